package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;

/** The first candidate is certain; the scores fall with the position. */
final class FirstCandidate extends Fixed {

  @Override
  public String name() {
    return "first-candidate";
  }

  @Override
  public Ranking rank(Nothing state, Slate slate, RandomGenerator random) {
    double[] scores = new double[slate.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = -i;
    }
    return Greedy.of(scores);
  }
}
