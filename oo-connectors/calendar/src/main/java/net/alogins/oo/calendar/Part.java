package net.alogins.oo.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.TemporalAdapter;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.RRule;

/**
 * A task or an event as it stands in a calendar.
 *
 * @param component as ical4j has it
 * @param line where it begins
 */
record Part(Component component, int line) {

  /** What {@code RANGE} says of all that come after. */
  static final String FUTURE = "THISANDFUTURE";

  private static final String DATES = "be a date, or a time of a zone that is known";

  String name() {
    return component.getName();
  }

  /** A problem with it, or with one of its properties. */
  BrokenCalendarException broken(String property, String rule) {
    return new BrokenCalendarException(new Problem(line, name() + " " + property, rule));
  }

  /** What is reckoned with its dates. */
  @FunctionalInterface
  interface Reckoning<T> {
    T of() throws BrokenCalendarException;
  }

  /**
   * What is reckoned.
   *
   * @throws BrokenCalendarException if that leads to dates that there are not
   */
  <T> T reckoned(Reckoning<T> reckoning) throws BrokenCalendarException {
    try {
      return reckoning.of();
    } catch (DateTimeException | ArithmeticException far) {
      throw broken("in it", "have dates within reach");
    }
  }

  boolean has(String property) {
    return component.getProperty(property).isPresent();
  }

  /** The value of a property; empty if it has none, or a blank one. */
  Optional<String> text(String property) {
    return component
        .getProperty(property)
        .flatMap(any -> Optional.ofNullable(any.getValue()))
        .filter(text -> !text.isBlank());
  }

  private boolean says(String property, String value) {
    return text(property).filter(value::equalsIgnoreCase).isPresent();
  }

  /** Whether its status is this. */
  boolean is(String status) {
    return says(Property.STATUS, status);
  }

  /** Whether it stands in for all that come after it, too (RFC 5545, 3.2.13). */
  boolean isForFuture() {
    return component
        .getProperty(Property.RECURRENCE_ID)
        .flatMap(property -> property.<Parameter>getParameter(Parameter.RANGE))
        .filter(range -> FUTURE.equalsIgnoreCase(range.getValue()))
        .isPresent();
  }

  boolean isTransparent() {
    return says(Property.TRANSP, "TRANSPARENT");
  }

  /** A date ({@code LocalDate}) or a time, with or without a zone. */
  Optional<Temporal> date(String property) throws BrokenCalendarException {
    Optional<Property> found = component.getProperty(property);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (found.get() instanceof DateProperty<?> date) {
        return Optional.of(plain(date));
      }
    } catch (RuntimeException none) {
      throw broken(property, DATES);
    }
    throw broken(property, DATES);
  }

  /** When it begins, by {@code first} or, if it stands in for another, as that one does. */
  Optional<Temporal> begin(String first) throws BrokenCalendarException {
    Optional<Temporal> own = date(first);
    return own.isPresent() ? own : date(Property.RECURRENCE_ID);
  }

  /** A day, or a time in UTC, that names a zone all the same does without it. */
  private static Temporal plain(DateProperty<?> date) {
    try {
      return date.getDate();
    } catch (DateTimeException odd) {
      return TemporalAdapter.parse(date.getValue()).getTemporal();
    }
  }

  /** All dates of properties that have several. */
  List<Temporal> dates(String property) throws BrokenCalendarException {
    List<Temporal> dates = new ArrayList<>();
    for (Property found : component.getProperties(property)) {
      try {
        if (!(found instanceof DateListProperty<?> list)) {
          throw broken(property, DATES);
        }
        dates.addAll(starts(list));
      } catch (RuntimeException none) {
        throw broken(property, DATES);
      }
    }
    return dates;
  }

  private static List<? extends Temporal> starts(DateListProperty<?> list) {
    if (list instanceof RDate<?> dates && dates.getPeriods().isPresent()) {
      return dates.getPeriods().get().stream().map(Period::getStart).toList();
    }
    return list.getDates();
  }

  /** How often it comes again. */
  List<Recur<?>> rules() throws BrokenCalendarException {
    List<Recur<?>> rules = new ArrayList<>();
    for (Property found : component.getProperties(Property.RRULE)) {
      if (!(found instanceof RRule<?> rule)) {
        throw broken(Property.RRULE, "be as RFC 5545 has it");
      }
      rules.add(rule.getRecur());
    }
    return rules;
  }

  /** How long it takes, as far as it says so by a {@code DURATION}. */
  Optional<TemporalAmount> duration() {
    return component
        .getProperty(Property.DURATION)
        .flatMap(
            found ->
                found instanceof net.fortuna.ical4j.model.property.Duration some
                    ? Optional.ofNullable(some.getDuration())
                    : Optional.empty());
  }

  /** A length of time in some property that ical4j does not know. */
  Optional<Duration> length(String property) {
    try {
      return text(property).map(Duration::parse);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** When it was completed, or made; empty if that is not said in UTC. */
  Optional<Instant> instant(String property) {
    try {
      return date(property).map(Instant::from);
    } catch (BrokenCalendarException | DateTimeException none) {
      return Optional.empty();
    }
  }
}
