package net.alogins.oo.policies;

import java.util.SplittableRandom;

/**
 * How often draws fell where, and Pearson's test that they were drawn with the probabilities that
 * were said. Of each draw a point is taken between the sum of the probabilities before it and that
 * sum with its own, anywhere in between: such points are uniform exactly if what was said is true
 * (Smith 1985, the randomised probability integral transform), whatever the distributions were.
 */
final class Frequencies {

  private static final int BINS = 100;

  private final SplittableRandom random = new SplittableRandom(12);
  private final long[] picks = new long[BINS];
  private long draws;

  void add(double[] propensities, int chosen) {
    double point = random.nextDouble() * propensities[chosen];
    for (int i = 0; i < chosen; i++) {
      point += propensities[i];
    }
    picks[(int) Math.min(BINS - 1, point * BINS)]++;
    draws++;
  }

  /** The probability of deviating as much as was seen, or more, by chance. */
  double probability() {
    return ChiSquare.tail(statistic(), degrees());
  }

  int degrees() {
    return BINS - 1;
  }

  double statistic() {
    double expected = (double) draws / BINS;
    double statistic = 0;
    for (long count : picks) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    return statistic;
  }
}
