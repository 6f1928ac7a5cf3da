package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policies.kernel.Kernel;
import net.alogins.oo.policy.Ranking;

/**
 * Thompson sampling by vote; the scores are the means. Each draw votes twice: with what it says,
 * and with its opposite (Hammersley and Morton 1956), which is as probable, and costs half of
 * another draw.
 */
final class Votes extends Exploration {

  static final int MOST = 100_000;

  /** What float32 can still multiply draws with. */
  static final double LARGEST = 1e6;

  private static final int AT_ONCE = 32;

  private final double scale;
  private final int votes;

  Votes(double scale, int votes) {
    this.scale = scale;
    this.votes = votes;
  }

  @Override
  String name() {
    return "thompson-" + scale + "-" + votes;
  }

  @Override
  Ranking rank(Belief belief, RandomGenerator random) {
    DoubleColumn scores = belief.bounds(0);
    int[] votesFor = new int[scores.size()];
    for (int left = votes; left > 0; left -= 2 * AT_ONCE) {
      int here = Math.min(2 * AT_ONCE, left);
      int count = Kernel.whole((here + 1) / 2);
      new Ballot(scores, belief.draws(scale, count, random), count).count(here, votesFor);
    }
    DoubleColumn.Builder propensities = DoubleColumn.builder(scores.size());
    for (int i = 0; i < propensities.size(); i++) {
      propensities.set(i, (double) votesFor[i] / votes);
    }
    return new Ranking(scores, propensities.build());
  }
}
