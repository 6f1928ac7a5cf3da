package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
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
    DoubleColumn scores = belief.bounds(0);
    double steepness = gamma * Doubles.root((double) belief.rows());
    int best = scores.largest();
    DoubleColumn.Builder propensities = DoubleColumn.builder(scores.size());
    double left = 1;
    for (int i = 0; i < scores.size(); i++) {
      if (i != best) {
        double gap = scores.get(best) - scores.get(i);
        double propensity = 1 / (scores.size() + steepness * gap);
        propensities.set(i, StrictMath.max(Ranking.SMALLEST, propensity));
        left -= propensities.get(i);
      }
    }
    propensities.set(best, left);
    return new Ranking(scores, propensities.build());
  }
}
