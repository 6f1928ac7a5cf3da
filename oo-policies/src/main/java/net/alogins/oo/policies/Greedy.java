package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
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
  static Ranking of(DoubleColumn scores) {
    double best = Double.NEGATIVE_INFINITY;
    int ties = 0;
    for (int i = 0; i < scores.size(); i++) {
      double score = scores.get(i);
      if (score > best) {
        best = score;
        ties = 0;
      }
      ties += score == best ? 1 : 0;
    }
    DoubleColumn.Builder propensities = DoubleColumn.builder(scores.size());
    for (int i = 0; i < scores.size(); i++) {
      propensities.set(i, scores.get(i) == best ? 1. / ties : 0);
    }
    return new Ranking(scores, propensities.build());
  }
}
