package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;

/** The largest mean. */
final class Greedy extends Exploration {

  @Override
  String name() {
    return "greedy";
  }

  @Override
  Ranking rank(Belief belief, RandomGenerator random) {
    return of(belief.bounds(0));
  }

  /** The largest score, certain; equals share. */
  static Ranking of(double[] scores) {
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
      propensities[i] = scores[i] == best ? 1. / ties : 0;
    }
    return Ranking.of(scores, propensities);
  }
}
