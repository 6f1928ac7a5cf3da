package net.alogins.oo.policy;

import net.alogins.oo.event.DoubleColumn;

/**
 * A policy's answer: for every candidate of the slate a score, and the probability of being drawn.
 *
 * @param scores any finite numbers; larger is better
 * @param propensities each 0 or at least {@link #SMALLEST}; their sum is 1 to within 1e-9
 */
public record Ranking(DoubleColumn scores, DoubleColumn propensities) {

  /** The smallest probability that is not 0. */
  public static final double SMALLEST = 1e-7;

  private static final double TOLERANCE = 1e-9;

  public Ranking {
    if (scores.size() != propensities.size() || scores.size() == 0) {
      throw new IllegalArgumentException("a ranking must have one score and one probability each");
    }
    double sum = 0;
    for (int i = 0; i < propensities.size(); i++) {
      double p = propensities.get(i);
      if (p != 0 && !(p >= SMALLEST)) {
        throw new IllegalArgumentException(
            "a probability must be 0 or at least " + SMALLEST + " but was " + p);
      }
      sum += p;
    }
    if (StrictMath.abs(sum - 1) > TOLERANCE) {
      throw new IllegalArgumentException("probabilities must sum to 1 but was " + sum);
    }
  }

  /** A ranking of these scores and probabilities; the arrays are copied. */
  public static Ranking of(double[] scores, double[] propensities) {
    return new Ranking(DoubleColumn.of(scores), DoubleColumn.of(propensities));
  }

  /** The number of candidates. */
  public int size() {
    return scores.size();
  }

  /** The index of the largest score, the first of equals. */
  public int best() {
    return scores.largest();
  }
}
