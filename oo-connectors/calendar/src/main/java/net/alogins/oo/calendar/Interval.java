package net.alogins.oo.calendar;

import java.time.Instant;

/**
 * A time in which somebody is busy.
 *
 * @param from its first moment
 * @param to the moment it is over, which is later
 */
public record Interval(Instant from, Instant to) {

  public Interval {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("interval must end after it begins");
    }
  }
}
