package net.alogins.oo.habits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * What people lately did, of those who did something last. One thread takes rows, any thread looks;
 * whoever looks waits for nobody.
 */
final class People {

  private final int most;
  private final Map<UserId, Lately> seen = new ConcurrentHashMap<>();

  /** Who goes first, by their last row; the taking thread's alone. */
  private final Map<UserId, Boolean> order = new LinkedHashMap<>(16, .75f, true);

  People(int most) {
    this.most = most;
  }

  /** What {@code user} lately did, if it is known. */
  Optional<Lately> find(UserId user) {
    return Optional.ofNullable(seen.get(user));
  }

  /** Takes one row; of somebody who is not there, everything is read that matters. */
  void take(Recorded row, EventLog log) {
    UserId user = row.event().user();
    Optional<Lately> known = find(user);
    if (known.isEmpty()) {
      put(user, Lately.of(log, user, Long.MAX_VALUE));
    } else if (known.get().row() < row.seq()) {
      put(user, known.get().after(row, log));
    }
  }

  private void put(UserId user, Lately lately) {
    seen.put(user, lately);
    order.put(user, true);
    if (order.size() > most) {
      UserId first = order.keySet().iterator().next();
      order.remove(first);
      seen.remove(first);
    }
  }

  /** How many there are. */
  int size() {
    return seen.size();
  }

  /** Forgets everybody, until they do something again. */
  void forget() {
    seen.clear();
    order.clear();
  }
}
