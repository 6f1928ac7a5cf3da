package net.alogins.oo.internal;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
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
 * one person's rows since then, never of everybody's, and never of more than {@link Lived} keeps.
 */
record PersonalModel<S, U>(PersonalPolicy<S, U> policy, S shared, Lived<U> none) implements Model {

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
    return policy.rank(shared, cast(own).own(), slate, random);
  }

  @Override
  public List<Contribution> explain(Object own, Slate slate, int index) {
    return policy.explain(shared, cast(own).own(), slate, index);
  }

  @Override
  public Model learn(List<Lesson> lessons, Owns owns) {
    S state = shared;
    List<Whitened> rows = new ArrayList<>();
    for (Lesson lesson : lessons) {
      Lived<U> lived = settled(cast(owns.get(lesson.user())), lesson.ledger());
      if (lived.recent().containsKey(lesson.tip())) {
        state = correct(policy.fold(state, rows), lived, lesson, owns);
        rows.clear();
      } else {
        taught(lesson.experience()).ifPresent(first -> rows.add(add(lived, lesson, first, owns)));
      }
    }
    return new PersonalModel<>(policy, policy.fold(state, rows), none);
  }

  /** What there is to learn now, or empty when it was taken back. */
  private static Optional<First> taught(Experience experience) {
    return experience instanceof Corrected corrected
        ? corrected.now().map(reward -> new First(corrected.occasion(), reward))
        : Optional.of((First) experience);
  }

  private Whitened add(Lived<U> lived, Lesson lesson, First first, Owns owns) {
    Absorbed<U> absorbed = policy.absorb(lived.own(), first);
    Map<TipId, First> recent = lived.with(lesson.tip(), first);
    owns.put(lesson.user(), new Lived<>(lived.settled(), recent, absorbed.own()));
    return absorbed.row();
  }

  private S correct(S state, Lived<U> lived, Lesson lesson, Owns owns) {
    Map<TipId, First> recent =
        taught(lesson.experience())
            .map(first -> lived.with(lesson.tip(), first))
            .orElseGet(() -> lived.without(lesson.tip()));
    int same = List.copyOf(lived.recent().keySet()).indexOf(lesson.tip());
    U start = absorb(lived.settled(), lived.from(0).subList(0, same)).own();
    Path<U> was = absorb(start, lived.from(same));
    Path<U> now = absorb(start, List.copyOf(recent.values()).subList(same, recent.size()));
    boolean isNew = recent.isEmpty() && lived.settled() == none.settled();
    owns.put(lesson.user(), isNew ? none : new Lived<>(lived.settled(), recent, now.own()));
    return policy.fold(policy.unfold(state, was.rows()), now.rows());
  }

  /** What can no longer change is absorbed for good. */
  private Lived<U> settled(Lived<U> lived, Ledger ledger) {
    int over = lived.over(ledger);
    if (over == 0) {
      return lived;
    }
    U settled = absorb(lived.settled(), lived.from(0).subList(0, over)).own();
    Map<TipId, First> rest = new LinkedHashMap<>(lived.recent());
    List.copyOf(rest.keySet()).subList(0, over).forEach(rest::remove);
    return new Lived<>(settled, rest, lived.own());
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
  private Lived<U> cast(Object own) {
    return (Lived<U>) own;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    policy.write(shared, out);
  }

  @Override
  public void writeOwn(Object own, DataOutput out) throws IOException {
    policy.writeOwn(cast(own).own(), out);
  }
}
