package net.alogins.oo.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/** Sessions in memory: when the process ends, everybody is signed out. */
public final class InMemorySessionStore implements SessionStore {

  private final Map<String, Session> byKey = new HashMap<>();

  /** Makes one without sessions. */
  public InMemorySessionStore() {}

  @Override
  public synchronized void add(String key, Session session) {
    byKey.put(key, new Session(session.user(), rounded(session.begun()), rounded(session.seen())));
  }

  private static Instant rounded(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public synchronized Optional<Session> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  @Override
  public synchronized void touch(String key, Instant seen) {
    byKey.computeIfPresent(
        key, (known, old) -> new Session(old.user(), old.begun(), rounded(seen)));
  }

  @Override
  public synchronized Map<String, Session> of(UserId user) {
    Map<String, Session> found = new HashMap<>(byKey);
    found.values().removeIf(session -> !session.user().equals(user));
    return found;
  }

  @Override
  public synchronized void remove(String key) {
    byKey.remove(key);
  }

  @Override
  public synchronized void keepNewest(UserId user, int most) {
    List<String> older =
        of(user).entrySet().stream()
            .sorted(
                Comparator.comparing(entry -> entry.getValue().begun(), Comparator.reverseOrder()))
            .skip(most)
            .map(Map.Entry::getKey)
            .toList();
    older.forEach(byKey::remove);
  }

  @Override
  public synchronized void removeOlder(Instant begun, Instant seen) {
    byKey
        .values()
        .removeIf(session -> session.begun().isBefore(begun) || session.seen().isBefore(seen));
  }
}
