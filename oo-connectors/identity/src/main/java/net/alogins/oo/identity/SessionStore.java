package net.alogins.oo.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/**
 * Where sessions are kept. A key is 43 characters and stands for a session's id, which no store
 * ever sees. Instants are kept to the millisecond. Calls may come from any thread, and what one has
 * done, every later one sees.
 */
public interface SessionStore {

  /** Keeps {@code session}; there is none of this key. */
  void add(String key, Session session);

  /** The session of this key, expired or not. */
  Optional<Session> find(String key);

  /** Notes that somebody was here; no session of this key, nothing is done. */
  void touch(String key, Instant seen);

  /** The sessions of {@code user} by their keys, expired or not. */
  Map<String, Session> of(UserId user);

  /** Forgets the session of this key, if there is one. */
  void remove(String key);

  /** Forgets the sessions of {@code user} but for those {@code most} that began last. */
  void keepNewest(UserId user, int most);

  /** Forgets the sessions of everybody that began, or were seen last, before these instants. */
  void removeOlder(Instant begun, Instant seen);
}
