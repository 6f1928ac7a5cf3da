package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/** A policy without own states. */
record SharedModel<S>(SharedPolicy<S> policy, Rules rules, S state) implements Model {

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
  public Taught teach(Object own, Lesson lesson) {
    return new Taught(own, Optional.of(lesson.experience()));
  }

  @Override
  public Model learn(List<Object> said) {
    List<Experience> batch = said.stream().map(Experience.class::cast).toList();
    return new SharedModel<>(policy, rules, policy.learn(state, batch));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    policy.write(state, out);
  }

  @Override
  public Model read(DataInputStream in) throws IOException {
    S read = policy.read(rules.schema(), rules.rewards().range(), in);
    return new SharedModel<>(policy, rules, read);
  }

  @Override
  public void writeOwn(Object own, DataOutput out) {}

  @Override
  public void keep(Object own, Ledger ledger, DataOutput out) {}

  @Override
  public Object restore(UserId user, Ledger ledger, DataInputStream in) {
    return NO_OWN;
  }
}
