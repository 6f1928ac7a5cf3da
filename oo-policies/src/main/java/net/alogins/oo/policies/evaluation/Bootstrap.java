package net.alogins.oo.policies.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A percentile interval (Efron 1979): rounds are drawn with replacement, as many as there are, and
 * estimated again, {@code replicates} times; 2.5 % of the values are below the interval and 2.5 %
 * above it. A self-normalised estimator normalises each replicate anew.
 *
 * <p>The same seed gives the same interval. Cost O(replicates x rounds).
 *
 * @param replicates at least 100
 * @param seed of a {@link SplittableRandom}
 */
public record Bootstrap(int replicates, long seed) {

  private static final int FEWEST = 100;
  private static final double TAIL = .025;

  public Bootstrap {
    if (replicates < FEWEST) {
      throw new IllegalArgumentException(
          "bootstrap replicates must be at least " + FEWEST + " but were " + replicates);
    }
  }

  Interval interval(Terms terms, Weighting weighting) {
    return interval(terms.size(), places -> Moments.mean(terms.at(places).worth(weighting)));
  }

  /**
   * The interval of any {@code statistic} of {@code size} things, or of groups of them, such as all
   * that one person did: it is told which were drawn, 0 to {@code size} - 1. Draws of which it is
   * NaN are left out; if it is of all, so are the ends.
   */
  public Interval interval(int size, ToDoubleFunction<int[]> statistic) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] places = new int[size];
    double[] all = new double[replicates];
    for (int b = 0; b < replicates; b++) {
      Arrays.setAll(places, i -> random.nextInt(places.length));
      all[b] = statistic.applyAsDouble(places);
    }
    double[] values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return values.length == 0
        ? new Interval(Double.NaN, Double.NaN)
        : new Interval(quantile(values, TAIL), quantile(values, 1 - TAIL));
  }

  /** Linear between the two nearest of the sorted values. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = StrictMath.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
