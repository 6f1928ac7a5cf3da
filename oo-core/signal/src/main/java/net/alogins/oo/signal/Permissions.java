package net.alogins.oo.signal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Who has been sent to another system's pages and has not come back: for a while, and no more than
 * some, of whom those who went first are forgotten first.
 */
final class Permissions {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST = 10_000;
  private static final int STATE_BYTES = 24;

  private final Clock clock;
  private final RandomGenerator random;
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  Permissions(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  private record Pending(Connection connection, Instant until) {}

  /** What the person of {@code connection} comes back with. */
  synchronized String ask(Connection connection) {
    Instant now = clock.instant();
    pending.values().removeIf(old -> old.until().isBefore(now));
    if (pending.size() >= MOST) {
      pending.remove(pending.keySet().iterator().next());
    }
    byte[] state = new byte[STATE_BYTES];
    random.nextBytes(state);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(state);
    pending.put(text, new Pending(connection, now.plus(LONGEST)));
    return text;
  }

  /** What {@code state} was given out for; it is good once. */
  synchronized Optional<Connection> take(String state) {
    Instant now = clock.instant();
    return Optional.ofNullable(pending.remove(state))
        .filter(found -> !found.until().isBefore(now))
        .map(Pending::connection);
  }
}
