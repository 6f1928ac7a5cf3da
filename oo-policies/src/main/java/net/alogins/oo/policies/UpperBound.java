package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;

/** The largest upper confidence bound. */
final class UpperBound extends Exploration {

  private final double alpha;

  UpperBound(double alpha) {
    this.alpha = alpha;
  }

  @Override
  String name() {
    return "upper-bound-" + alpha;
  }

  @Override
  Ranking rank(Belief belief, RandomGenerator random) {
    return Greedy.of(belief.bounds(alpha));
  }
}
