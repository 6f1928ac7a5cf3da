package net.alogins.oo.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Who has signed in. A session's id is 256 random bits and says nothing; its hash is all that is
 * kept of it, so that whoever reads the store can be nobody. Calls may come from any thread.
 */
public final class Sessions {

  /** A session ends when nobody came for so long. */
  public static final Duration IDLE = Duration.ofDays(7);

  /** A session ends so long after it began, whoever comes. */
  public static final Duration LONGEST = Duration.ofDays(30);

  /** Somebody has so many sessions at once; an older one ends when there is one more. */
  public static final int MOST = 32;

  /** That somebody is here is noted so often, and not with every request. */
  private static final Duration NOTED = Duration.ofMinutes(10);

  /** 132 bits. */
  private static final int NAME = 22;

  private final SessionStore store;
  private final Clock clock;
  private final String issuer;

  /** Sessions in {@code store}; they end by the wall clock {@code clock}. */
  public Sessions(SessionStore store, Clock clock) {
    this(store, clock, "");
  }

  /** The same of those who signed in at {@code issuer}: with another name, these are none. */
  public Sessions(SessionStore store, Clock clock, String issuer) {
    this.store = store;
    this.clock = clock;
    this.issuer = issuer;
  }

  /** Begins a session of {@code user}, always with an id of its own, which is answered. */
  public String begin(UserId user) {
    Instant now = clock.instant();
    store.removeOlder(now.minus(LONGEST), now.minus(IDLE));
    store.keepNewest(user, MOST - 1);
    String id = Secrets.fresh();
    store.add(key(id), new Session(user, now, now));
    return id;
  }

  /** Whose session {@code id} is; empty if there is none of it, or it has ended. */
  public Optional<UserId> user(String id) {
    if (id.length() != Secrets.LENGTH) {
      return Optional.empty();
    }
    String key = key(id);
    Instant now = clock.instant();
    Optional<Session> live = store.find(key).filter(session -> isLive(session, now));
    if (live.filter(session -> session.seen().isBefore(now.minus(NOTED))).isPresent()) {
      store.touch(key, now);
    }
    return live.map(Session::user);
  }

  private static boolean isLive(Session session, Instant now) {
    return now.isBefore(session.begun().plus(LONGEST)) && now.isBefore(session.seen().plus(IDLE));
  }

  /** Ends the session {@code id}, if there is one; it never comes back. */
  public void end(String id) {
    store.remove(key(id));
  }

  /** What the store knows the session {@code id} by, which is another one for each issuer. */
  private String key(String id) {
    return Secrets.hash(id + issuer);
  }

  /** The sessions of {@code user} that have not ended, the newest first. */
  public List<OwnSession> of(UserId user) {
    Instant now = clock.instant();
    return store.of(user).entrySet().stream()
        .filter(entry -> isLive(entry.getValue(), now))
        .map(entry -> ownSession(nameOfKey(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparing(OwnSession::begun).reversed().thenComparing(OwnSession::name))
        .toList();
  }

  private static OwnSession ownSession(String name, Session session) {
    return new OwnSession(name, session.begun(), session.seen());
  }

  /** What the session {@code id} is called in a list of sessions. */
  public String name(String id) {
    return nameOfKey(key(id));
  }

  /** Neither the id nor the key can be told from it. */
  private static String nameOfKey(String key) {
    return Secrets.hash("name of the session " + key).substring(0, NAME);
  }

  /** Ends the session of {@code user} that is called {@code name}; whether there was one. */
  public boolean end(UserId user, String name) {
    Optional<String> key =
        store.of(user).keySet().stream().filter(one -> nameOfKey(one).equals(name)).findFirst();
    key.ifPresent(store::remove);
    return key.isPresent();
  }

  /** Ends every session of {@code user}. */
  public void endAll(UserId user) {
    store.keepNewest(user, 0);
  }
}
