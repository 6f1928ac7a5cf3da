package net.alogins.oo.nats;

import java.util.OptionalLong;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.wire.Pseudonyms;

/**
 * Holds everybody who sends the rows of a log to the key that its people were named with first: it
 * is known beside the log, by a number.
 */
final class SameNames {

  private static final String KEY = "nats/key";
  private static final String RULE =
      "people must be named with the key that they have been named with before, but it is another";

  private final EventLog log;
  private final Pseudonyms names;

  /** The part of what is noted that is of the key; how often there was another goes before it. */
  private static final long MARK = 0xffff_ffffL;

  SameNames(EventLog log, Pseudonyms names) {
    this.log = log;
    this.names = names;
  }

  /** Whether there is a key already. */
  static boolean areThere(EventLog log) {
    return log.position(KEY).isPresent();
  }

  /** Whether it is this one, which is noted where there is none. */
  private boolean isSame() {
    OptionalLong known = log.position(KEY);
    if (known.isEmpty()) {
      log.advance(KEY, mark());
    }
    return (log.position(KEY).orElseThrow() & MARK) == mark();
  }

  private long mark() {
    return names.fingerprint() & MARK;
  }

  /** At the beginning another key is a mistake of who opens it, unless it is meant. */
  void begin(boolean isRenaming) {
    if (isRenaming && !isSame()) {
      log.advance(KEY, (log.position(KEY).orElseThrow() | MARK) + 1 + mark());
    }
    if (!isSame()) {
      throw new IllegalArgumentException(RULE);
    }
  }

  /** Later: two may have begun at the same time. */
  void require() {
    if (!isSame()) {
      throw new NatsException(RULE);
    }
  }
}
