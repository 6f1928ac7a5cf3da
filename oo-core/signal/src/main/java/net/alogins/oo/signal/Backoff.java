package net.alogins.oo.signal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: half a minute, then twice as long each time up to an hour, less
 * up to a half by chance so that not everybody comes back at once; and never less than what the
 * other system asks for, which is believed up to a day.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration BELIEVED = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 7;

  private final RandomGenerator random;
  private final Map<ConnectionId, Integer> failures = new ConcurrentHashMap<>();

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The wait after one more failure. */
  Duration after(ConnectionId id, ConnectorException failure) {
    int doublings = Math.min(failures.merge(id, 1, Integer::sum) - 1, MOST_DOUBLINGS);
    Duration full = least(FIRST.multipliedBy(1L << doublings), LONGEST);
    Duration asked = least(failure.after().orElse(Duration.ZERO), BELIEVED);
    return most(lessByChance(full), asked.plus(lessByChance(Duration.ofSeconds(1))));
  }

  /** It is fine, or gone. */
  void forget(ConnectionId id) {
    failures.remove(id);
  }

  /** Between a half of {@code full} and all of it. */
  Duration lessByChance(Duration full) {
    return Duration.ofNanos((long) (full.toNanos() * (0.5 + random.nextDouble() / 2)));
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration most(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
