package net.alogins.oo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * What one policy has learned: a fold over the log, the same for the live policy and for a shadow.
 *
 * <p>Batches are folded by one thread at a time. Readers take no lock: people are published before
 * the state, and a reader that meets a person newer than its state looks again, so that a {@link
 * View} is always what was so after one row of the log.
 */
final class Fold {

  private static final Log LOG = new Log(Fold.class);

  private final Growth growth;
  private volatile State state;

  Fold(Growth growth, State state) {
    this.growth = growth;
    this.state = state;
  }

  long seq() {
    return state.seq();
  }

  State state() {
    return state;
  }

  View view(UserId user) {
    while (true) {
      State now = state;
      Person person = now.people().get(user, now);
      if (person.ledger().seq() <= now.seq()) {
        return new View(now.model(), now.seq(), person);
      }
      Thread.onSpinWait();
    }
  }

  /** Folds rows that follow those folded before; earlier ones are passed over. */
  synchronized void fold(List<Recorded> rows) {
    boolean isKnown = !rows.isEmpty() && rows.get(0).seq() <= state.seq();
    List<Recorded> fresh =
        isKnown ? rows.stream().filter(row -> row.seq() > state.seq()).toList() : rows;
    if (!fresh.isEmpty()) {
      publish(folded(fresh));
    }
  }

  private Batch folded(List<Recorded> rows) {
    try {
      Batch batch = new Batch(state);
      rows.forEach(batch::join);
      batch.learn();
      return batch;
    } catch (RuntimeException poison) {
      Batch careful = new Batch(state);
      rows.forEach(careful::joinAlone);
      return careful;
    }
  }

  private void publish(Batch batch) {
    state.people().publish(batch.changed);
    batch.waiting.forEach(state.windows()::update);
    state = batch.next;
  }

  /** What {@code other} has learned is what this one has learned from now on. */
  synchronized void adopt(Fold other) {
    state = other.state;
  }

  /** One moment, to be written down: nothing in it changes any more. */
  record Moment(State state, People.Touched touched) {}

  synchronized Moment moment() {
    return new Moment(state, state.people().touched());
  }

  /** The same, with its windows frozen. */
  synchronized Moment frozen() {
    state.windows().freeze();
    return moment();
  }

  /** One batch on its way into the state: seen by nobody until it is published whole. */
  private final class Batch {

    private final Map<UserId, Person> changed = new HashMap<>(2);
    private final List<Joined> waiting = new ArrayList<>(1);
    private final List<Object> said = new ArrayList<>();
    private State next;

    Batch(State before) {
      this.next = before;
    }

    void join(Recorded row) {
      Growth.Step step = growth.step(person(row), row);
      step.said().ifPresent(said::add);
      take(row, step);
    }

    /** What the shared state cannot take is refused, and leaves no trace in it. */
    void joinAlone(Recorded row) {
      Growth.Step step = growth.step(person(row), row);
      if (step.said().isPresent()) {
        try {
          next = next.with(next.model().learn(List.of(step.said().get())));
        } catch (RuntimeException poison) {
          step = growth.refused(person(row), row, poison);
        }
      }
      take(row, step);
    }

    private void take(Recorded row, Growth.Step step) {
      changed.put(row.event().user(), step.next());
      Optional<Joined> joined = row.event().about().flatMap(step.next().ledger()::of);
      joined.ifPresent(waiting::add);
      Refused refused = next.refused().after(row, step.refusal(), joined);
      next = next.after(row.seq(), next.tally().plus(step.change()), refused);
      step.refusal().ifPresent(cause -> say(row, cause));
    }

    private void say(Recorded row, String cause) {
      LOG.warning("row " + row.seq() + " could not be learned and is a dead letter: " + cause);
    }

    void learn() {
      if (!said.isEmpty()) {
        next = next.with(next.model().learn(said));
      }
    }

    private Person person(Recorded row) {
      Person fresh = changed.get(row.event().user());
      return fresh == null ? next.people().get(row.event().user(), state) : fresh;
    }
  }
}
