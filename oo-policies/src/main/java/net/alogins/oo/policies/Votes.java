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
    Belief.Draws draws = belief.draws(scale);
    DoubleColumn scores = belief.bounds(0);
    int[] votesFor = new int[scores.size()];
    for (int left = votes; left > 0; left -= AT_ONCE) {
      count(draws.next(Math.min(AT_ONCE, left), random), votesFor);
    }
    DoubleColumn.Builder propensities = DoubleColumn.builder(scores.size());
    for (int i = 0; i < propensities.size(); i++) {
      propensities.set(i, (double) votesFor[i] / votes);
    }
    return new Ranking(scores, propensities.build());
  }

  /** Each draw votes for its largest value, the first of equals. */
  private static void count(double[][] values, int[] votesFor) {
    double[] largest = values[0].clone();
    int[] best = new int[largest.length];
    for (int i = 1; i < values.length; i++) {
      double[] next = values[i];
      for (int k = 0; k < largest.length; k++) {
        if (next[k] > largest[k]) {
          largest[k] = next[k];
          best[k] = i;
        }
      }
    }
    for (int one : best) {
      votesFor[one]++;
    }
  }
}
