package net.alogins.oo.benchmarks.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import net.alogins.oo.benchmarks.Sample;
import net.alogins.oo.policies.evaluation.Bootstrap;
import net.alogins.oo.policies.evaluation.Interval;

/**
 * In how far what was thought of tips agrees with what became of them, with intervals. What is
 * drawn for these are groups of tips (all of a person, or of a day), since the tips of one are not
 * independent.
 */
final class Agreement {

  private final Verdicts verdicts;
  private final List<int[]> groups;
  private final Bootstrap bootstrap;

  private Agreement(Verdicts verdicts, List<int[]> groups, Bootstrap bootstrap) {
    this.verdicts = verdicts;
    this.groups = groups;
    this.bootstrap = bootstrap;
  }

  static Agreement of(List<Verdicts.One> all, Bootstrap bootstrap) {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      places.computeIfAbsent(all.get(i).group(), group -> new ArrayList<>()).add(i);
    }
    List<int[]> groups =
        places.values().stream()
            .map(one -> one.stream().mapToInt(place -> place).toArray())
            .toList();
    return new Agreement(Verdicts.of(all), groups, bootstrap);
  }

  /** By one measure. */
  double value(Measure measure) {
    return measure.of(verdicts);
  }

  /**
   * What it lies between, in 95 of 100 logs if all goes well; NaN with one group only. Percentiles,
   * moved away from the value by what few groups take from their spread, and no further than the
   * measure can be.
   */
  Interval interval(Measure measure) {
    int size = groups.size();
    if (size < 2) {
      return new Interval(Double.NaN, Double.NaN);
    }
    ToDoubleFunction<int[]> statistic = drawn -> measure.of(verdicts.at(places(drawn)));
    Interval drawn = bootstrap.interval(size, statistic);
    double value = value(measure);
    double expansion = Sample.expansion(size);
    return new Interval(
        Math.max(measure.least(), value - expansion * (value - drawn.lower())),
        Math.min(1, value + expansion * (drawn.upper() - value)));
  }

  /** What one comes to who says the same of all. */
  double constant(Measure measure) {
    return measure.ofConstant(verdicts);
  }

  private int[] places(int[] drawn) {
    int size = 0;
    for (int group : drawn) {
      size += groups.get(group).length;
    }
    int[] places = new int[size];
    int at = 0;
    for (int group : drawn) {
      int[] some = groups.get(group);
      System.arraycopy(some, 0, places, at, some.length);
      at += some.length;
    }
    return places;
  }
}
