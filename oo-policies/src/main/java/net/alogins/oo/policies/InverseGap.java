package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;

/** Inverse gap weighting; the scores are the means. */
final class InverseGap extends Exploration {

  private final double gamma;

  InverseGap(double gamma) {
    this.gamma = gamma;
  }

  @Override
  String name() {
    return "inverse-gap-" + gamma;
  }

  @Override
  Ranking rank(Belief belief, RandomGenerator random) {
    double[] scores = belief.bounds(0);
    double steepness = gamma * StrictMath.sqrt((double) belief.rows());
    int best = Doubles.largest(scores);
    double[] propensities = new double[scores.length];
    double left = 1;
    for (int i = 0; i < scores.length; i++) {
      if (i != best) {
        double gap = scores[best] - scores[i];
        propensities[i] = StrictMath.max(Ranking.SMALLEST, 1 / (scores.length + steepness * gap));
        left -= propensities[i];
      }
    }
    propensities[best] = left;
    return Ranking.of(scores, propensities);
  }
}
