package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.Decided;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.policy.Whitened;
import net.alogins.oo.tip.Decision;

/**
 * A policy with own states.
 *
 * <p>What a person's decisions taught is absorbed in the order of the decisions, whenever it
 * becomes known, and folded. A correction, or a lesson of an earlier decision, takes out every row
 * that the person wrote since that decision, absorbs those experiences anew, and folds them again:
 * the cost of one person's rows since then, never of everybody's, and never of more than {@link
 * Lived} keeps.
 */
record PersonalModel<S, U>(PersonalPolicy<S, U> policy, Rules rules, S shared, Lived<U> none)
    implements Model {

  /** What a lesson says to everybody: rows that no longer hold, and rows that do. */
  private record Rows(List<Whitened> out, List<Whitened> in) {}

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
  public Taught teach(Object own, Lesson lesson) {
    Lived<U> lived = settled(cast(own), lesson.ledger());
    Optional<Experience.First> taught = taught(lesson.experience());
    boolean isChange = taught.isPresent() || lived.place(lesson.decided()) >= 0;
    return isChange ? changed(lived, lesson.decided(), taught) : new Taught(own, Optional.empty());
  }

  /** What there is to learn now, or empty when it was taken back. */
  private static Optional<Experience.First> taught(Experience experience) {
    return experience instanceof Experience.Corrected corrected
        ? corrected.now().map(reward -> new Experience.First(corrected.occasion(), reward))
        : Optional.of((Experience.First) experience);
  }

  private Taught changed(Lived<U> lived, Decided decided, Optional<Experience.First> taught) {
    Lived<U> next = taught.map(first -> lived.with(decided, first)).orElse(lived.without(decided));
    int same = Math.max(lived.place(decided), next.place(decided));
    U start =
        same == lived.recent().size()
            ? lived.own()
            : absorb(lived.settled(), lived.from(0).subList(0, same)).own();
    Path<U> was = absorb(start, lived.from(same));
    Path<U> now = absorb(start, next.from(same));
    boolean isNew = next.recent().isEmpty() && lived.settled() == none.settled();
    return new Taught(
        isNew ? none : new Lived<>(lived.settled(), next.recent(), now.own()),
        Optional.of(new Rows(was.rows(), now.rows())));
  }

  /** What can no longer change is absorbed for good. */
  private Lived<U> settled(Lived<U> lived, Ledger ledger) {
    int over = lived.over(ledger);
    if (over == 0) {
      return lived;
    }
    U settled = absorb(lived.settled(), lived.from(0).subList(0, over)).own();
    return new Lived<>(settled, lived.recent().subList(over, lived.recent().size()), lived.own());
  }

  private Path<U> absorb(U from, List<Experience.First> experiences) {
    U own = from;
    List<Whitened> rows = new ArrayList<>();
    for (Experience.First experience : experiences) {
      Absorbed<U> absorbed = policy.absorb(own, experience);
      own = absorbed.own();
      rows.add(absorbed.row());
    }
    return new Path<>(own, rows);
  }

  @Override
  public Model learn(List<Object> said) {
    S state = shared;
    List<Whitened> rows = new ArrayList<>();
    for (Object one : said) {
      Rows lesson = (Rows) one;
      if (!lesson.out().isEmpty()) {
        state = policy.unfold(policy.fold(state, rows), lesson.out());
        rows.clear();
      }
      rows.addAll(lesson.in());
    }
    return with(policy.fold(state, rows));
  }

  private Model with(S state) {
    return new PersonalModel<>(policy, rules, state, none);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    policy.write(shared, out);
  }

  @Override
  public Model read(DataInputStream in) throws IOException {
    return with(policy.read(rules.schema(), rules.rewards().range(), in));
  }

  @Override
  public void writeOwn(Object own, DataOutput out) throws IOException {
    if (own != none) {
      policy.writeOwn(cast(own).own(), out);
    }
  }

  @Override
  public void keep(Object own, Ledger ledger, DataOutput out) throws IOException {
    Lived<U> lived = settled(cast(own), ledger);
    out.writeBoolean(lived.settled() != none.settled());
    if (lived.settled() != none.settled()) {
      policy.writeOwn(lived.settled(), out);
    }
    Frame.writeAll(
        out,
        lived.recent(),
        past -> {
          PersonCodec.writeDecided(past.decided(), ledger, out);
          out.writeDouble(past.first().reward().value());
        });
  }

  @Override
  public Object restore(UserId user, Ledger ledger, DataInputStream in) throws IOException {
    U settled = none.settled();
    if (in.readBoolean()) {
      settled = policy.readOwn(rules.schema(), rules.rewards().range(), in);
    }
    List<Lived.Past> recent =
        Frame.readAll(in, i -> readPast(PersonCodec.readDecided(user, ledger, i), i));
    if (recent.isEmpty() && settled == none.settled()) {
      return none;
    }
    List<Experience.First> firsts = recent.stream().map(Lived.Past::first).toList();
    return new Lived<>(settled, recent, absorb(settled, firsts).own());
  }

  private Lived.Past readPast(Decided decided, DataInputStream in) throws IOException {
    Occasion occasion = new Decision(decided).occasion(rules.schema()).orElseThrow();
    return new Lived.Past(decided, new Experience.First(occasion, new Reward(in.readDouble())));
  }

  @SuppressWarnings("unchecked") // own states come from this policy alone
  private Lived<U> cast(Object own) {
    return (Lived<U>) own;
  }
}
