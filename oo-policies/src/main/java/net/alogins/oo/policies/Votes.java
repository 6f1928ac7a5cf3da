package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;

/** Thompson sampling by vote; the scores are the means. */
final class Votes extends Exploration {

  static final int MOST = 100_000;

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
    double[] scores = belief.bounds(0);
    int[] votesFor = new int[scores.length];
    for (int vote = 0; vote < votes; vote++) {
      votesFor[Doubles.largest(draws.next(random))]++;
    }
    double[] propensities = new double[scores.length];
    for (int i = 0; i < propensities.length; i++) {
      propensities[i] = (double) votesFor[i] / votes;
    }
    return Ranking.of(scores, propensities);
  }
}
