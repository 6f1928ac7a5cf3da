package net.alogins.oo.benchmarks.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.alogins.oo.benchmarks.Sorted;
import net.alogins.oo.llm.Inquired;

/** What asking has cost, and why there was no answer. */
final class Tally {

  private static final double SLOW = .95;

  private final List<Double> millis = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Set<String> models = new TreeSet<>();
  private long calls;
  private long tokensIn;
  private long tokensOut;
  private long others;

  void take(Judge.Opinion opinion) {
    Inquired inquired = opinion.inquired();
    calls += inquired.calls();
    tokensIn += inquired.tokensIn();
    tokensOut += inquired.tokensOut();
    others += opinion.isOther() ? 1 : 0;
    if (inquired.json().isPresent()) {
      models.add(inquired.model());
      millis.add((double) inquired.millis());
    } else {
      refused.merge(inquired.refused(), 1, Integer::sum);
    }
  }

  Map<String, Integer> refused() {
    return refused;
  }

  Set<String> models() {
    return models;
  }

  Map<String, Object> cost() {
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("calls", calls);
    cost.put("tokensIn", tokensIn);
    cost.put("tokensOut", tokensOut);
    cost.put("millisMedian", millis.isEmpty() ? 0 : Sorted.of(millis).median());
    cost.put("millis95", millis.isEmpty() ? 0 : Sorted.of(millis).percentile(SLOW));
    cost.put("askedElsewhere", others);
    return cost;
  }
}
