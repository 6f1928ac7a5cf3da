package net.alogins.oo.signal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The messages of one connection that could come again. */
final class Messages {

  private final Map<String, Seen> known = new HashMap<>();

  private record Seen(String digest, Instant last) {}

  /** What there is against applying {@code push}, which is remembered if there is nothing. */
  Optional<Pushed> objection(Push push, boolean isFull, Instant now) {
    known.values().removeIf(old -> old.last().isBefore(now));
    Optional<Seen> before = Optional.ofNullable(known.get(push.message()));
    if (before.isPresent()) {
      boolean isSame = before.get().digest().equals(push.digest());
      return Optional.of(isSame ? Pushed.REPEATED : Pushed.REUSED);
    }
    if (known.size() >= ConnectionStore.MOST_MESSAGES) {
      return Optional.of(Pushed.CROWDED);
    }
    if (isFull) {
      return Optional.of(Pushed.FULL);
    }
    known.put(push.message(), new Seen(push.digest(), push.last()));
    return Optional.empty();
  }
}
