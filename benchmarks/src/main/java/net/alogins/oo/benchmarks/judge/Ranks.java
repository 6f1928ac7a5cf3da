package net.alogins.oo.benchmarks.judge;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Places of values in their order. */
final class Ranks {

  private Ranks() {}

  /** The rank of each value from 1 on; those that are equal share the mean of theirs. */
  static double[] of(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.;
      }
      from = to;
    }
    return ranks;
  }
}
