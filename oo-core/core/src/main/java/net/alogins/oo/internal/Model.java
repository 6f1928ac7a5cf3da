package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * A policy with a shared state, an immutable value. People's own states are handed in; learning has
 * two halves, so that a person can be folded again without anybody else.
 */
sealed interface Model permits SharedModel, PersonalModel {

  static <S> Model of(Policy<S> policy, Rules rules) {
    if (policy instanceof SharedPolicy<S> shared) {
      return new SharedModel<>(shared, rules, initial(shared, rules));
    }
    return personal((PersonalPolicy<S, ?>) policy, rules);
  }

  private static <S, U> Model personal(PersonalPolicy<S, U> policy, Rules rules) {
    U newcomer = policy.newcomer(rules.schema(), rules.rewards().range());
    return new PersonalModel<>(policy, rules, initial(policy, rules), Lived.nothing(newcomer));
  }

  private static <S> S initial(Policy<S> policy, Rules rules) {
    return policy.initial(rules.schema(), rules.rewards().range());
  }

  String name();

  Object newcomer();

  Ranking rank(Object own, Slate slate, RandomGenerator random);

  List<Contribution> explain(Object own, Slate slate, int index);

  /** The first half: a person's next own state, and what the lesson says to everybody. */
  Taught teach(Object own, Lesson lesson);

  /** The second half: the model after what was {@link Taught#said said}, in order. */
  Model learn(List<Object> said);

  void write(DataOutput out) throws IOException;

  /** The model with the shared state that {@link #write} wrote. */
  Model read(DataInputStream in) throws IOException;

  /** Writes what an own state is, not how it came about: nothing for a newcomer's. */
  void writeOwn(Object own, DataOutput out) throws IOException;

  /** Writes an own state so that {@link #restore} gives it back, with what can still change. */
  void keep(Object own, Ledger ledger, DataOutput out) throws IOException;

  /** The own state that {@link #keep} wrote beside {@code ledger}. */
  Object restore(UserId user, Ledger ledger, DataInputStream in) throws IOException;
}
