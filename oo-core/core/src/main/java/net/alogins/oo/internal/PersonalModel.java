package net.alogins.oo.internal;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.policy.Whitened;

/**
 * A policy with own states.
 *
 * <p>A first experience is absorbed and folded. A correction takes out every row that the person
 * wrote since the corrected one, absorbs those experiences anew, and folds them again: the cost of
 * one person's rows, never of everybody's.
 */
record PersonalModel<S, U>(PersonalPolicy<S, U> policy, S shared, U none) implements Model {

  /** A person's own state and the rows that it wrote on the way. */
  private record Path<U>(U own, List<Whitened> rows) {}

  @Override
  public String name() {
    return policy.name();
  }

  @Override
  public Object newcomer() {
    return none;
  }

  @Override
  public Ranking rank(Object own, Slate slate, RandomGenerator random) {
    return policy.rank(shared, cast(own), slate, random);
  }

  @Override
  public List<Contribution> explain(Object own, Slate slate, int index) {
    return policy.explain(shared, cast(own), slate, index);
  }

  @Override
  public Model learn(List<Lesson> lessons, Owns owns) {
    S state = shared;
    List<Whitened> rows = new ArrayList<>();
    for (Lesson lesson : lessons) {
      if (lesson.experience() instanceof First first) {
        Absorbed<U> absorbed = policy.absorb(cast(owns.get(lesson.user())), first);
        owns.put(lesson.user(), absorbed.own());
        rows.add(absorbed.row());
      } else {
        state = correct(policy.fold(state, rows), lesson, owns);
        rows.clear();
      }
    }
    return new PersonalModel<>(policy, policy.fold(state, rows), none);
  }

  private S correct(S state, Lesson lesson, Owns owns) {
    Map<TipId, First> before = owns.taughtBefore(lesson.user(), lesson.seq());
    Map<TipId, First> after = new LinkedHashMap<>(before);
    Taught.apply(after, lesson.tip(), (Corrected) lesson.experience());
    int same = List.copyOf(before.keySet()).indexOf(lesson.tip());
    Path<U> start = absorb(none, List.copyOf(before.values()).subList(0, same));
    Path<U> was = absorb(start.own(), rest(before.values(), same));
    Path<U> now = absorb(start.own(), rest(after.values(), same));
    owns.put(lesson.user(), now.own());
    return policy.fold(policy.unfold(state, was.rows()), now.rows());
  }

  private static List<First> rest(Collection<First> taught, int from) {
    return List.copyOf(taught).subList(from, taught.size());
  }

  private Path<U> absorb(U from, List<First> experiences) {
    U own = from;
    List<Whitened> rows = new ArrayList<>();
    for (First experience : experiences) {
      Absorbed<U> absorbed = policy.absorb(own, experience);
      own = absorbed.own();
      rows.add(absorbed.row());
    }
    return new Path<>(own, rows);
  }

  @SuppressWarnings("unchecked") // own states come from this policy alone
  private U cast(Object own) {
    return (U) own;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    policy.write(shared, out);
  }

  @Override
  public void writeOwn(Object own, DataOutput out) throws IOException {
    policy.writeOwn(cast(own), out);
  }
}
