package net.alogins.oo.internal;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/** A policy without own states. */
record SharedModel<S>(SharedPolicy<S> policy, S state) implements Model {

  private static final Object NO_OWN = new Object();

  @Override
  public String name() {
    return policy.name();
  }

  @Override
  public Object newcomer() {
    return NO_OWN;
  }

  @Override
  public Ranking rank(Object own, Slate slate, RandomGenerator random) {
    return policy.rank(state, slate, random);
  }

  @Override
  public List<Contribution> explain(Object own, Slate slate, int index) {
    return policy.explain(state, slate, index);
  }

  @Override
  public Model learn(List<Lesson> lessons, Owns owns) {
    return new SharedModel<>(
        policy, policy.learn(state, lessons.stream().map(Lesson::experience).toList()));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    policy.write(state, out);
  }

  @Override
  public void writeOwn(Object own, DataOutput out) {}
}
