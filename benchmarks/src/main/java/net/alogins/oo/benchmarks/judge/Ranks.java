package net.alogins.oo.benchmarks.judge;

import java.util.Arrays;

/** Places of values in their order. */
final class Ranks {

  private Ranks() {}

  /** The rank of each value from 1 on; those that are equal share the mean of theirs. */
  static double[] of(double[] values) {
    double[] sorted = Arrays.stream(values).map(Ranks::positive).sorted().toArray();
    return Arrays.stream(values).map(value -> rank(sorted, positive(value))).toArray();
  }

  /** Of two zeros, the one that is equal to both. */
  private static double positive(double value) {
    return value + 0.;
  }

  private static double rank(double[] sorted, double value) {
    return (below(sorted, value) + 1 + below(sorted, Math.nextUp(value))) / 2.;
  }

  /** How many of the sorted values are less than {@code value}. */
  private static int below(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
