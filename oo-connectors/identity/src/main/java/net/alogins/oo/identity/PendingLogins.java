package net.alogins.oo.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Logins that were begun, by the hash of their state. Each is for one use. There are 10,000 at the
 * most: one more, and the oldest must be begun again.
 */
final class PendingLogins {

  static final int MOST = 10_000;

  private final Map<String, Pending> byState = new LinkedHashMap<>();

  synchronized void add(String state, Pending login) {
    byState.put(Secrets.hash(state), login);
    if (byState.size() > MOST) {
      byState.remove(byState.keySet().iterator().next());
    }
  }

  /** The login of {@code state}, which has been taken by that, whether it is still good or not. */
  synchronized Optional<Pending> take(String state, Instant now) {
    return Optional.ofNullable(byState.remove(Secrets.hash(state)))
        .filter(login -> now.isBefore(login.end()));
  }
}
