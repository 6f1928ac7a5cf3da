package net.alogins.oo.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/**
 * How the dates of one component are reckoned: times in the zone that its start has, or in the
 * person's if it has none; days as midnights of UTC, where each has 24 hours, and back again.
 *
 * @param isOfDays whether it is of whole days
 * @param own the zone of its start
 * @param person the person's zone
 */
record Dial(boolean isOfDays, ZoneId own, ZoneId person) {

  /** That of a component that starts at {@code start}. */
  static Dial of(Temporal start, ZoneId person) {
    return new Dial(start instanceof LocalDate, zoned(start, person).getZone(), person);
  }

  /** A date or time, those without a zone in {@code person}. */
  static ZonedDateTime zoned(Temporal date, ZoneId person) {
    if (date instanceof LocalDate day) {
      return day.atStartOfDay(person);
    }
    if (date instanceof LocalDateTime floating) {
      return floating.atZone(person);
    }
    if (date instanceof OffsetDateTime utc) {
      return utc.toInstant().atZone(ZoneOffset.UTC);
    }
    return date instanceof Instant utc ? utc.atZone(ZoneOffset.UTC) : ZonedDateTime.from(date);
  }

  /** A date of the component, as it is reckoned with. */
  ZonedDateTime in(Temporal date) {
    if (!isOfDays) {
      return zoned(date, person).withZoneSameInstant(own);
    }
    LocalDate day =
        date instanceof LocalDate plain
            ? plain
            : zoned(date, person).withZoneSameInstant(person).toLocalDate();
    return day.atStartOfDay(ZoneOffset.UTC);
  }

  /** When something that was reckoned is, on the person's clock. */
  ZonedDateTime out(ZonedDateTime reckoned) {
    return isOfDays
        ? reckoned.toLocalDate().atStartOfDay(person)
        : reckoned.withZoneSameInstant(person);
  }
}
