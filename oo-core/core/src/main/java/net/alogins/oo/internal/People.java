package net.alogins.oo.internal;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;

/**
 * Everybody's own part: a bounded cache. Whoever is not in it is folded again, from what was saved
 * of them and their rows since, to the same bits; so what is evicted never shows.
 *
 * <p>Those who changed since the last snapshot are known by name, for it to save them.
 */
final class People {

  private static final Log LOG = new Log(People.class);
  private static final int PAGE = 64;

  /** Where people come from. */
  record Origin(Settings.Kept kept, StateKey key, Growth growth) {}

  /** Who changed since the snapshot of row {@code since}, and the digest of all people then. */
  record Touched(Map<UserId, Optional<Person>> people, long since, Digest sum) {}

  /** A person in the cache, and whether anybody looked at them since they were last passed over. */
  private static final class Slot {

    private final UserId user;
    private volatile Person person;
    private volatile boolean isLooked;

    Slot(UserId user, Person person) {
      this.user = user;
      this.person = person;
    }
  }

  private final Origin origin;
  private final Map<UserId, Slot> cache = new ConcurrentHashMap<>();
  private final Queue<Slot> queue = new ArrayDeque<>();
  private final Map<UserId, Long> touched = new HashMap<>();
  private long since;
  private Digest sum;
  private volatile long trusted = Long.MAX_VALUE;

  /** Nobody in the cache. */
  People(Origin origin, long since, Digest sum) {
    this.origin = origin;
    this.since = since;
    this.sum = sum;
  }

  /** What was saved as of a row after {@code seq} is not to be trusted. */
  void distrust(long seq) {
    trusted = seq;
  }

  /** The person as of {@code state}, or newer when the fold is just ahead. */
  Person get(UserId user, State state) {
    Slot slot = cache.get(user);
    if (slot != null) {
      slot.isLooked = true;
      return slot.person;
    }
    Person loaded = load(user, state.seq(), state.refused().rows()::contains);
    offer(user, loaded, state.seq());
    return loaded;
  }

  /** The person as of row {@code seq}, past the cache. */
  Person load(UserId user, long seq, Predicate<Long> wasRefused) {
    Person person = saved(user, seq);
    List<Recorded> page;
    do {
      page = origin.kept().log().read(user, person.ledger().seq(), PAGE);
      for (Recorded row : page) {
        if (row.seq() > seq) {
          return person;
        }
        person = origin.growth().after(person, row, r -> wasRefused.test(r.seq()));
      }
    } while (page.size() == PAGE);
    return person;
  }

  private Person saved(UserId user, long seq) {
    Optional<Saved> saved = newest(user, seq);
    while (saved.isPresent()) {
      Optional<Person> kept = PersonCodec.read(user, saved.get(), origin.growth().model());
      if (kept.isPresent()) {
        return kept.get();
      }
      String part = "a person's part of the snapshot of row " + saved.get().seq();
      LOG.error(part + " is damaged, and folded again from the log");
      saved = newest(user, saved.get().seq() - 1);
    }
    return origin.growth().stranger();
  }

  private Optional<Saved> newest(UserId user, long seq) {
    return origin.kept().states().own(origin.key(), user, Math.min(seq, trusted));
  }

  /** What was loaded as of row {@code seq} may stay, unless somebody knows better by now. */
  private synchronized void offer(UserId user, Person person, long seq) {
    if (seq >= since && touched.getOrDefault(user, 0L) <= seq) {
      slot(user, person);
    }
  }

  /** These people are so from now on. */
  synchronized void publish(Map<UserId, Person> changed) {
    changed.forEach(
        (user, person) -> {
          touched.put(user, person.ledger().seq());
          slot(user, person).person = person;
        });
  }

  /** How many are in the cache. */
  int size() {
    return cache.size();
  }

  private Slot slot(UserId user, Person person) {
    Slot known = cache.get(user);
    if (known != null) {
      return known;
    }
    makeRoom();
    Slot fresh = new Slot(user, person);
    queue.add(fresh);
    cache.put(user, fresh);
    return fresh;
  }

  /** The first in the queue leave, but whoever was looked at meanwhile goes to its end. */
  private void makeRoom() {
    while (cache.size() >= origin.kept().limits().people()) {
      Slot first = queue.remove();
      if (first.isLooked) {
        first.isLooked = false;
        queue.add(first);
      } else {
        cache.remove(first.user);
      }
    }
  }

  synchronized Touched touched() {
    Map<UserId, Optional<Person>> people = new HashMap<>();
    for (UserId user : touched.keySet()) {
      people.put(user, Optional.ofNullable(cache.get(user)).map(slot -> slot.person));
    }
    return new Touched(people, since, sum);
  }

  /** Everybody is saved as of row {@code seq}. */
  synchronized void saved(long seq, Digest all) {
    touched.values().removeIf(last -> last <= seq);
    since = seq;
    sum = all;
    trusted = Long.MAX_VALUE;
  }

  /** The same by another process, unless what was saved is not to be trusted. */
  synchronized void adopt(long seq, Digest all) {
    if (seq > since && trusted == Long.MAX_VALUE) {
      saved(seq, all);
    }
  }

  synchronized long since() {
    return since;
  }

  /** The digest of a person's own state. */
  Digest digest(UserId user, Person person) {
    Model model = origin.growth().model();
    if (person.own() == model.newcomer()) {
      return Digest.NONE;
    }
    return Digest.of(
        out -> {
          out.writeUTF(user.value());
          model.writeOwn(person.own(), out);
        });
  }
}
