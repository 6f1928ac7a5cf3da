package net.alogins.oo.internal;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/** A policy with a shared state, an immutable value; own states are handed in. */
sealed interface Model permits SharedModel, PersonalModel {

  static <S> Model of(Policy<S> policy, FeatureSchema schema, RewardRange range) {
    if (policy instanceof SharedPolicy<S> shared) {
      return new SharedModel<>(shared, shared.initial(schema, range));
    }
    return personal((PersonalPolicy<S, ?>) policy, schema, range);
  }

  private static <S, U> Model personal(
      PersonalPolicy<S, U> policy, FeatureSchema schema, RewardRange range) {
    return new PersonalModel<>(
        policy, policy.initial(schema, range), Lived.nothing(policy.newcomer(schema, range)));
  }

  String name();

  Object newcomer();

  Ranking rank(Object own, Slate slate, RandomGenerator random);

  List<Contribution> explain(Object own, Slate slate, int index);

  /** The model after {@code lessons}; own states are updated in {@code owns}. */
  Model learn(List<Lesson> lessons, Owns owns);

  void write(DataOutput out) throws IOException;

  void writeOwn(Object own, DataOutput out) throws IOException;
}
