package net.alogins.oo.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.profile.Consents;

/**
 * What one policy has learned: a fold over the log, the same for the live policy and for a shadow.
 *
 * <p>Batches are folded by one thread at a time. Readers take no lock: people are published before
 * the snapshot, and a reader that meets a person newer than its snapshot looks again, so that a
 * {@link View} is always the state after one row of the log.
 */
final class Fold {

  private static final System.Logger LOGGER = System.getLogger(Fold.class.getName());

  /** The shared part, as it was after row {@code seq}. */
  private record Snapshot(Model model, long seq, Tally tally) {}

  private final Rules rules;
  private final Consents unsaid;
  private final Map<UserId, Person> people = new ConcurrentHashMap<>();
  private final Person stranger;
  private volatile Snapshot snapshot;

  Fold(Rules rules, Consents unsaid, Model model) {
    this.rules = rules;
    this.unsaid = unsaid;
    this.stranger = new Person(Ledger.empty(), model.newcomer());
    this.snapshot = new Snapshot(model, 0, Tally.nothing());
  }

  long seq() {
    return snapshot.seq();
  }

  View view(UserId user) {
    while (true) {
      Snapshot now = snapshot;
      Person person = people.getOrDefault(user, stranger);
      if (person.ledger().seq() <= now.seq()) {
        return new View(now.model(), now.seq(), person);
      }
      Thread.onSpinWait();
    }
  }

  /** Folds rows that follow those folded before; earlier ones are passed over. */
  synchronized void fold(List<Recorded> rows) {
    Batch batch = new Batch(snapshot);
    rows.stream().filter(row -> row.seq() > batch.before.seq()).forEach(batch::join);
    Snapshot next = batch.learned();
    people.putAll(batch.changed);
    snapshot = next;
  }

  synchronized Standing standing(Function<Tally, Map<String, Long>> counters) {
    return new Standing(snapshot.seq(), hash(), counters.apply(snapshot.tally()));
  }

  /** SHA-256 over the shared state and every own state, people in the order of their ids. */
  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
        write(out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("a state must be writable to memory", impossible);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    Snapshot now = snapshot;
    now.model().write(out);
    List<UserId> users = new ArrayList<>(people.keySet());
    users.sort(Comparator.comparing(UserId::value));
    for (UserId user : users) {
      Object own = people.getOrDefault(user, stranger).own();
      if (own != stranger.own()) {
        out.writeUTF(user.value());
        now.model().writeOwn(own, out);
      }
    }
  }

  /** One batch on its way into the state: seen by nobody until it is published whole. */
  private final class Batch implements Owns {

    private final Snapshot before;
    private final Map<UserId, Person> changed = new HashMap<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private Tally tally;
    private long seq;

    Batch(Snapshot before) {
      this.before = before;
      this.tally = before.tally();
      this.seq = before.seq();
    }

    void join(Recorded row) {
      UserId user = row.event().user();
      Person person = person(user);
      Ledger.Step step = person.ledger().apply(row, rules, unsaid);
      changed.put(user, new Person(step.next(), person.own()));
      tally = tally.plus(step.change());
      seq = row.seq();
      step.experience().ifPresent(e -> lessons.add(lesson(row, user, step.next(), e)));
    }

    private Lesson lesson(Recorded row, UserId user, Ledger ledger, Experience experience) {
      return new Lesson(row.seq(), user, row.event().about().orElseThrow(), experience, ledger);
    }

    Snapshot learned() {
      Model model = before.model();
      if (lessons.isEmpty()) {
        return new Snapshot(model, seq, tally);
      }
      try {
        model = attempt(model, lessons);
      } catch (RuntimeException poison) {
        for (Lesson lesson : lessons) {
          model = learned(model, lesson);
        }
      }
      return new Snapshot(model, seq, tally);
    }

    private Model learned(Model model, Lesson lesson) {
      try {
        return attempt(model, List.of(lesson));
      } catch (RuntimeException poison) {
        tally = tally.plus(Tally.one(Count.DEAD_LETTERED));
        LOGGER.log(
            System.Logger.Level.WARNING, "row " + lesson.seq() + " could not be learned", poison);
        return model;
      }
    }

    private Model attempt(Model model, List<Lesson> some) {
      Map<UserId, Person> untouched = new HashMap<>(changed);
      try {
        return model.learn(some, this);
      } catch (RuntimeException poison) {
        changed.clear();
        changed.putAll(untouched);
        throw poison;
      }
    }

    private Person person(UserId user) {
      Person fresh = changed.get(user);
      return fresh == null ? people.getOrDefault(user, stranger) : fresh;
    }

    @Override
    public Object get(UserId user) {
      return person(user).own();
    }

    @Override
    public void put(UserId user, Object own) {
      changed.put(user, new Person(person(user).ledger(), own));
    }
  }
}
