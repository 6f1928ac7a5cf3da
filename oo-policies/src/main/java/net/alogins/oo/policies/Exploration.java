package net.alogins.oo.policies;

import net.alogins.oo.policy.Ranking;

/** How scores become exact probabilities. */
final class Exploration {

  private Exploration() {}

  /** {@code floor}, if it is a probability. */
  static double requireFloor(double floor) {
    if (!(floor >= 0 && floor <= 1)) {
      throw new IllegalArgumentException("a floor must be 0 to 1 but was " + floor);
    }
    return floor;
  }

  /**
   * Greedy with a floor: {@code floor} is spread evenly over all, the rest evenly over the best.
   * With n candidates each has at least {@code floor / n}. Cost O(n).
   *
   * @param least 0 (a certain choice, not evaluable) to 1 (uniform); raised to what n candidates
   *     need to have {@link Ranking#SMALLEST} each
   */
  static Ranking floored(double[] scores, double least) {
    double floor = least == 0 ? 0 : StrictMath.max(least, scores.length * Ranking.SMALLEST);
    double best = Double.NEGATIVE_INFINITY;
    int ties = 0;
    for (double score : scores) {
      if (score > best) {
        best = score;
        ties = 0;
      }
      ties += score == best ? 1 : 0;
    }
    double[] propensities = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      double greedy = scores[i] == best ? (1 - floor) / ties : 0;
      propensities[i] = greedy + floor / scores.length;
    }
    return Ranking.of(scores, propensities);
  }
}
