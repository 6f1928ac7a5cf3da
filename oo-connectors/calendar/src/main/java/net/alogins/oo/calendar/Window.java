package net.alogins.oo.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The time in which something is looked for.
 *
 * @param from its begin, on the person's clock
 * @param to its end, the same way
 */
record Window(ZonedDateTime from, ZonedDateTime to) {

  static Window around(Instant now, Duration before, Duration after, ZoneId zone) {
    return new Window(now.minus(before).atZone(zone), now.plus(after).atZone(zone));
  }

  /** The person's zone. */
  ZoneId zone() {
    return from.getZone();
  }

  boolean has(ZonedDateTime at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }
}
