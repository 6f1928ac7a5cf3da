package net.alogins.oo.calendar;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * One of the times that something happens.
 *
 * @param start when, as its dial reckons
 * @param id when it would be if it were as the rule says; it is known by that
 * @param part what says so
 * @param dial how it reckons
 */
record Occurrence(ZonedDateTime start, ZonedDateTime id, Part part, Dial dial) {

  /** Whether a {@code RECURRENCE-ID} is its own. */
  boolean isThatOf(Optional<Temporal> recurrence, ZoneId person) {
    return recurrence
        .filter(own -> Dial.of(own, person).in(own).toInstant().equals(id.toInstant()))
        .isPresent();
  }

  /** When it starts, on the person's clock. */
  ZonedDateTime at() {
    return dial.out(start);
  }
}
