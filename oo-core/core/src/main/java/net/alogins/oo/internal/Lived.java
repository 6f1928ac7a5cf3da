package net.alogins.oo.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.event.Decided;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Experience.First;

/**
 * What one person has taught: what can no longer change as the own state that it led to, and what
 * still can as it was taught. As many experiences are kept as decisions are joinable, at most.
 *
 * @param settled the own state after everything that can no longer change
 * @param recent what was taught since, in the order in which it was learned
 * @param own the own state after all of it
 * @param <U> the policy's own state
 */
record Lived<U>(U settled, Map<TipId, Past> recent, U own) {

  /** A decision, without what was not chosen, and what it taught. */
  record Past(Decided decided, First first) {}

  Lived {
    recent = Collections.unmodifiableMap(recent);
  }

  static <U> Lived<U> nothing(U newcomer) {
    return new Lived<>(newcomer, Map.of(), newcomer);
  }

  /**
   * How many of the recent ones, from the first on, can no longer change: their decision is gone.
   */
  int over(Ledger ledger) {
    int over = 0;
    for (TipId tip : recent.keySet()) {
      if (ledger.of(tip).isPresent()) {
        return over;
      }
      over++;
    }
    return over;
  }

  /** The recent ones from {@code index} on. */
  List<First> from(int index) {
    return recent.values().stream().skip(index).map(Past::first).toList();
  }

  /** The recent ones without the first {@code count}. */
  Map<TipId, Past> rest(int count) {
    Map<TipId, Past> rest = new LinkedHashMap<>();
    recent.entrySet().stream().skip(count).forEach(e -> rest.put(e.getKey(), e.getValue()));
    return rest;
  }

  /** The recent ones with one more at the end, or another in the place that its decision has. */
  Map<TipId, Past> with(Decided decided, First first) {
    Map<TipId, Past> more = new LinkedHashMap<>(recent);
    more.put(decided.tip(), new Past(decided, first));
    return more;
  }

  /** The recent ones without that of {@code tip}. */
  Map<TipId, Past> without(TipId tip) {
    Map<TipId, Past> rest = new LinkedHashMap<>(recent);
    rest.remove(tip);
    return rest;
  }
}
