package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;

/**
 * One policy's snapshots: a fold begins with the newest that is whole, and the log since. A damaged
 * one, or one of rows that the log does not hold, is passed over, never used.
 */
final class Snapshots {

  private static final Log LOG = new Log(Snapshots.class);
  private static final int PAGE = 256;
  private static final int PEOPLE = 32;

  private final Settings.Kept kept;
  private final StateKey key;
  private final Growth growth;
  private final Fold fold;

  /**
   * Recovers what {@code policy} had learned by the newest snapshot.
   *
   * @throws CorruptEventException if every snapshot is damaged and rows are gone
   */
  Snapshots(Settings.Kept kept, Rules rules, Policy<?> policy) {
    this.kept = kept;
    this.key = rules.key(policy);
    this.growth = new Growth(rules, Model.of(policy, rules));
    this.fold = recover(Long.MAX_VALUE).orElseThrow(this::lost);
    kept.states()
        .shared(key, Long.MAX_VALUE)
        .filter(newest -> newest.seq() > fold.seq() && areMine())
        .ifPresent(unusable -> kept.states().drop(key, fold.seq()));
  }

  /** What the policy has learned. */
  Fold fold() {
    return fold;
  }

  /**
   * What was learned up to the newest snapshot as of row {@code seq} or before, or up to nothing;
   * empty when the rows since are no longer there.
   */
  Optional<Fold> recover(long seq) {
    Optional<Saved> saved = kept.states().shared(key, seq);
    boolean passed = false;
    while (saved.isPresent()) {
      Optional<State> state =
          saved
              .filter(each -> isBacked(each.seq()))
              .flatMap(each -> Frame.open(name(), each, in -> state(each.seq(), in)));
      if (state.isPresent()) {
        return Optional.of(new Fold(growth, state.get()));
      }
      passed = true;
      LOG.error(
          "the snapshot of " + key.policy() + " as of row " + saved.get().seq() + " is not usable");
      saved = kept.states().shared(key, saved.get().seq() - 1);
    }
    boolean isGone = kept.log().trimmed() > 0 && (passed || seq != Long.MAX_VALUE);
    return isGone ? Optional.empty() : Optional.of(new Fold(growth, beginning()));
  }

  private CorruptEventException lost() {
    return new CorruptEventException(
        "every snapshot of %s is damaged and the log begins after row %d: restore a backup"
            .formatted(key.policy(), kept.log().trimmed()));
  }

  /** Whether the log holds the row that a snapshot is as of, or ends just there, and all since. */
  private boolean isBacked(long seq) {
    return seq == kept.log().trimmed()
        || (seq > kept.log().trimmed() && !kept.log().read(seq - 1, 1).isEmpty());
  }

  /** What was learned up to the base alone; nothing saved since is looked at. */
  Fold base() {
    var base = kept.states().base(key);
    Fold based =
        base.isPresent()
            ? recover(base.getAsLong()).orElseThrow(this::lost)
            : new Fold(growth, beginning());
    based.state().people().distrust(based.seq());
    return based;
  }

  private State beginning() {
    if (kept.log().trimmed() > 0) {
      LOG.warning(key.policy() + " begins after row " + kept.log().trimmed() + ": rows are gone");
    }
    People nobody = people(0, Digest.NONE);
    return new State(growth.model(), 0, Tally.NOTHING, Refused.NOTHING, nobody, new Windows());
  }

  private People people(long since, Digest sum) {
    return new People(new People.Origin(kept, key, growth), since, sum);
  }

  /** Brings {@code some} fold up to row {@code seq}, or as far as the log goes. */
  void advance(Fold some, long seq) {
    List<Recorded> page = kept.log().read(some.seq(), PAGE);
    while (!page.isEmpty() && page.get(0).seq() <= seq) {
      some.fold(page.stream().takeWhile(row -> row.seq() <= seq).toList());
      page = kept.log().read(some.seq(), PAGE);
    }
  }

  /**
   * Saves how the fold stands if, since the last time, there were as many rows as are meant to be
   * between two snapshots, or this part of them, and enough for all the windows that are written;
   * unless another process does.
   */
  void saveAfter(double part) {
    double due = Math.max(fold.state().windows().rows(), part * kept.limits().rows());
    boolean isDue = fold.seq() - fold.state().people().since() >= due;
    if (isDue && areMine()) {
      save(false);
    } else if (isDue) {
      adopt();
    }
  }

  /** Whether it is this process that saves. */
  boolean areMine() {
    return kept.log().leads("snapshots");
  }

  /** What another process has saved of the same rows counts as saved by this one. */
  private synchronized void adopt() {
    Optional<Saved> newest = kept.states().shared(key, fold.seq());
    newest
        .flatMap(saved -> Frame.open(name(), saved, Digest::read))
        .ifPresent(sum -> fold.state().people().adopt(newest.get().seq(), sum));
  }

  /** Saves how the fold stands; as a base, if rows before it are to go. */
  synchronized void save(boolean isBase) {
    adopt();
    Fold.Moment moment = fold.frozen();
    State state = moment.state();
    Map<UserId, Saved> batch = new HashMap<>();
    try {
      Digest sum =
          sum(
              moment,
              (user, person, digest) -> {
                batch.put(
                    user, PersonCodec.write(user, state.seq(), person, digest, growth.model()));
                if (batch.size() == PEOPLE) {
                  kept.states().saveOwn(key, batch);
                  batch.clear();
                }
              });
      kept.states().saveOwn(key, batch);
      kept.states().saveShared(key, shared(state, sum), isBase);
      state.people().saved(state.seq(), sum);
    } finally {
      state.windows().thaw();
    }
  }

  /** What is done with each person who changed. */
  private interface Changed {
    void take(UserId user, Person person, Digest digest);
  }

  /** The digest of all people: that of the last snapshot, with those who changed since. */
  private static Digest sum(Fold.Moment moment, Changed changed) {
    State state = moment.state();
    Digest sum = moment.touched().sum();
    for (Map.Entry<UserId, Optional<Person>> entry : moment.touched().people().entrySet()) {
      UserId user = entry.getKey();
      Function<Long, Person> load =
          seq -> state.people().load(user, seq, state.refused().rows()::contains);
      Person person = entry.getValue().orElseGet(() -> load.apply(state.seq()));
      Digest was =
          state.model() instanceof SharedModel
              ? Digest.NONE
              : state.people().digest(user, load.apply(moment.touched().since()));
      Digest now = state.people().digest(user, person);
      changed.take(user, person, now);
      sum = sum.with(was, now);
    }
    return sum;
  }

  /** How the fold stands: the digest of the shared state and of all people. */
  Standing standing(Function<Tally, Map<String, Long>> counters) {
    adopt();
    Fold.Moment moment = fold.moment();
    Digest sum = sum(moment, (user, person, digest) -> {});
    Digest all =
        Digest.of(
            out -> {
              moment.state().model().write(out);
              out.writeUTF(sum.hex());
            });
    return new Standing(moment.state().seq(), all.hex(), counters.apply(moment.state().tally()));
  }

  private String name() {
    return key.policy() + "/" + key.configuration();
  }

  private Saved shared(State state, Digest sum) {
    return Frame.seal(
        name(),
        state.seq(),
        out -> {
          sum.write(out);
          state.tally().write(out);
          state.refused().write(out);
          state.windows().write(out);
          state.model().write(out);
        });
  }

  private State state(long seq, DataInputStream in) throws IOException {
    Digest sum = Digest.read(in);
    Tally tally = Tally.read(in);
    Refused refused = Refused.read(in);
    Windows windows = Windows.read(in);
    return new State(growth.model().read(in), seq, tally, refused, people(seq, sum), windows);
  }
}
