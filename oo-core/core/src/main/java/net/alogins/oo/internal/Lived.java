package net.alogins.oo.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.event.Decided;
import net.alogins.oo.policy.Experience.First;

/**
 * What one person has taught: what can no longer change as the own state that it led to, and what
 * still can as it was taught.
 *
 * @param settled the own state after everything that can no longer change
 * @param recent what was taught since, in the order in which it was decided
 * @param own the own state after all of it
 * @param <U> the policy's own state
 */
record Lived<U>(U settled, List<Past> recent, U own) {

  private static final int MOST_WAITING = 512;

  /** By time; of the same time by name, so that the order in which lessons come does not show. */
  private static final Comparator<Past> ORDER =
      Comparator.comparing((Past past) -> past.decided().at())
          .thenComparing(past -> past.decided().tip().toString());

  /** A decision, without what was not chosen, and what it taught. */
  record Past(Decided decided, First first) {}

  Lived {
    recent = List.copyOf(recent);
  }

  static <U> Lived<U> nothing(U newcomer) {
    return new Lived<>(newcomer, List.of(), newcomer);
  }

  /**
   * How many of the recent ones, from the first on, can no longer change: their decision is gone,
   * and so is every earlier one, which might still teach something. Earlier ones are waited for by
   * {@value #MOST_WAITING} recent ones; what they teach after that comes after those that left.
   */
  int over(Ledger ledger) {
    Instant oldest = ledger.oldest();
    return (int)
        IntStream.range(0, recent.size())
            .takeWhile(i -> ledger.of(recent.get(i).decided().tip()).isEmpty())
            .takeWhile(
                i ->
                    i < recent.size() - MOST_WAITING
                        || recent.get(i).decided().at().isBefore(oldest))
            .count();
  }

  /** The recent ones from {@code index} on. */
  List<First> from(int index) {
    return recent.stream().skip(index).map(Past::first).toList();
  }

  /** Where a decision is among the recent ones, or -1. */
  int place(Decided decided) {
    return recent.stream().map(past -> past.decided().tip()).toList().indexOf(decided.tip());
  }

  /** With what a decision taught, in its place, instead of what it did before. */
  Lived<U> with(Decided decided, First first) {
    List<Past> more = new ArrayList<>(without(decided).recent);
    more.add(new Past(decided, first));
    more.sort(ORDER);
    return new Lived<>(settled, more, own);
  }

  /** Without what a decision taught. */
  Lived<U> without(Decided decided) {
    List<Past> rest = new ArrayList<>(recent);
    rest.removeIf(past -> past.decided().tip().equals(decided.tip()));
    return new Lived<>(settled, rest, own);
  }
}
