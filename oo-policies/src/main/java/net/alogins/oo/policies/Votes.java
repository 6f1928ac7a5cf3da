package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Ranking;

/** Thompson sampling by vote; the scores are the means. */
final class Votes extends Exploration {

  static final int MOST = 100_000;

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
    Belief.Draws draws = belief.draws(scale, votes);
    DoubleColumn scores = belief.bounds(0);
    int[] votesFor = new int[scores.size()];
    for (int left = votes; left > 0; left -= AT_ONCE) {
      for (double[] draw : draws.next(Math.min(AT_ONCE, left), random)) {
        votesFor[largest(draw, votesFor.length)]++;
      }
    }
    DoubleColumn.Builder propensities = DoubleColumn.builder(scores.size());
    for (int i = 0; i < propensities.size(); i++) {
      propensities.set(i, (double) votesFor[i] / votes);
    }
    return new Ranking(scores, propensities.build());
  }

  /** The index of the largest of the first {@code size} values, the first of equals. */
  private static int largest(double[] values, int size) {
    int largest = 0;
    double value = values[0];
    for (int i = 1; i < size; i++) {
      if (values[i] > value) {
        value = values[i];
        largest = i;
      }
    }
    return largest;
  }
}
