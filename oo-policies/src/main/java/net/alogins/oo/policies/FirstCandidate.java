package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
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
    DoubleColumn.Builder scores = DoubleColumn.builder(slate.size());
    for (int i = 0; i < scores.size(); i++) {
      scores.set(i, -i);
    }
    return Greedy.of(scores.build());
  }
}
