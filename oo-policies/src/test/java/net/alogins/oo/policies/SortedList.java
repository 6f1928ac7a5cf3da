package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;

/** The due/priority order: what a sorted list would put on top. */
final class SortedList extends Fixed {

  @Override
  public String name() {
    return "sorted-list";
  }

  @Override
  public Ranking rank(Nothing state, Slate slate, RandomGenerator random) {
    double[] weights = Prior.dueThenPriority().weights(slate.schema());
    return Greedy.of(Linear.scores(weights, slate).build());
  }
}
