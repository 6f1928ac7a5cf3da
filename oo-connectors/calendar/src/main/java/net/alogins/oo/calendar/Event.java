package net.alogins.oo.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Property;

/** When an event keeps somebody busy: not if it is transparent, or cancelled, or over at once. */
final class Event {

  /** Whatever lasts longer is looked for so long before the window. */
  private static final Duration LONGEST = Duration.ofDays(32);

  private Event() {}

  /** The times in {@code window} that the event takes, the earliest first. */
  static List<Interval> busy(Series series, Window window) throws BrokenCalendarException {
    return series.any().reckoned(() -> times(series, window));
  }

  private static List<Interval> times(Series series, Window window) throws BrokenCalendarException {
    Window starts = new Window(window.from().minus(LONGEST), window.to());
    List<Interval> busy = new ArrayList<>();
    for (Occurrence one : series.occurrences(Property.DTSTART, starts)) {
      Instant from = one.at().toInstant();
      Instant to = one.dial().out(one.start().plus(length(one))).toInstant();
      if (counts(one.part()) && from.isBefore(to) && to.isAfter(window.from().toInstant())) {
        busy.add(new Interval(from, to));
      }
    }
    return busy;
  }

  private static boolean counts(Part part) {
    return !part.isTransparent() && !part.is("CANCELLED");
  }

  private static TemporalAmount length(Occurrence one) throws BrokenCalendarException {
    Part part = one.part();
    Optional<Temporal> start = part.date(Property.DTSTART);
    Optional<Temporal> end = part.date(Property.DTEND);
    if (start.isPresent() && end.isPresent()) {
      Dial dial = one.dial();
      return Duration.between(dial.in(start.get()), dial.in(end.get()));
    }
    return part.duration().orElse(one.dial().isOfDays() ? Period.ofDays(1) : Duration.ZERO);
  }
}
