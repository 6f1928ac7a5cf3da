package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;

/** Every candidate is equally likely. */
final class Uniform extends Fixed {

  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public Ranking rank(Nothing state, Slate slate, RandomGenerator random) {
    return Greedy.of(DoubleColumn.builder(slate.size()).build());
  }
}
