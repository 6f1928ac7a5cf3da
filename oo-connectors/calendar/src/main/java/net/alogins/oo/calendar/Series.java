package net.alogins.oo.calendar;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;

/**
 * A component, and those of the same UID that stand in for some of its occurrences.
 *
 * @param master the one that has the rule; empty if only occurrences are told
 * @param overrides the others, by their {@code RECURRENCE-ID}
 */
record Series(Optional<Part> master, List<Part> overrides) {

  /** The most occurrences of one series that are looked at. */
  static final int MOST_OCCURRENCES = 10_000;

  static Series of(List<Part> parts) {
    return new Series(
        parts.stream().filter(part -> !part.has(Property.RECURRENCE_ID)).findFirst(),
        parts.stream().filter(part -> part.has(Property.RECURRENCE_ID)).toList());
  }

  /** Some part of it. */
  Part any() {
    return master.orElseGet(() -> overrides.get(0));
  }

  boolean isRecurring() {
    return master.isEmpty() || master.get().has(Property.RRULE) || master.get().has(Property.RDATE);
  }

  /**
   * Its occurrences that start in {@code window}, the earliest first.
   *
   * @param first what the first of them is told by, {@code DTSTART} for example
   */
  List<Occurrence> occurrences(String first, Window window) throws BrokenCalendarException {
    List<Occurrence> all = new ArrayList<>();
    for (Part override : overrides) {
      Temporal id = override.date(Property.RECURRENCE_ID).orElseThrow();
      all.add(occurrence(override, override.date(first).orElse(id), id, window.zone()));
    }
    Set<Instant> replaced = all.stream().map(one -> one.id().toInstant()).collect(toSet());
    if (master.isPresent()) {
      Temporal start = start(master.get(), first);
      Dial dial = Dial.of(start, window.zone());
      Future future = Future.of(all);
      for (ZonedDateTime at : starts(master.get(), dial.in(start), dial, future.around(window))) {
        if (!replaced.contains(at.toInstant())) {
          all.add(future.instead(new Occurrence(at, at, master.get(), dial)));
        }
      }
    }
    all.removeIf(one -> !window.has(one.at()));
    all.sort(Comparator.comparing(one -> one.at().toInstant()));
    return all;
  }

  private static Occurrence occurrence(Part part, Temporal start, Temporal id, ZoneId person) {
    Dial dial = Dial.of(start, person);
    return new Occurrence(dial.in(start), Dial.of(id, person).in(id), part, dial);
  }

  private static Temporal start(Part part, String first) throws BrokenCalendarException {
    return part.date(first).orElseThrow(() -> part.broken(first, "be there, and is not"));
  }

  private static Set<ZonedDateTime> starts(Part part, ZonedDateTime seed, Dial dial, Window window)
      throws BrokenCalendarException {
    Set<ZonedDateTime> starts = new TreeSet<>(Comparator.comparing(ZonedDateTime::toInstant));
    starts.add(seed);
    for (Recur<?> rule : part.rules()) {
      starts.addAll(
          Rule.of(rule, seed, dial)
              .starts(dial.in(window.from()), dial.in(window.to()), MOST_OCCURRENCES, part));
    }
    part.dates(Property.RDATE).forEach(date -> starts.add(dial.in(date)));
    Set<LocalDate> days = new HashSet<>();
    for (Temporal date : part.dates(Property.EXDATE)) {
      starts.remove(dial.in(date));
      if (date instanceof LocalDate day) {
        days.add(day);
      }
    }
    starts.removeIf(at -> days.contains(at.toLocalDate()));
    return starts;
  }
}
