package net.alogins.oo.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Text;
import net.fortuna.ical4j.model.Property;

/**
 * A task as it stands in a calendar.
 *
 * @param series what says so
 * @param now the time that it is looked at
 * @param zone the person's zone
 */
record Todo(Series series, Instant now, ZoneId zone) {

  private static final Duration REACH = Duration.ofDays(400);
  private static final String ESTIMATE = "ESTIMATED-DURATION";
  private static final int LONGEST_KIND = 64;
  private static final int LONGEST_LINK = 2000;
  private static final long MOST_MINUTES = 24 * 60;

  /** Whether a part of a task is completed, or given up. */
  static boolean isOver(Part part) {
    return part.is("COMPLETED")
        || part.is("CANCELLED")
        || part.has(Property.COMPLETED)
        || part.text(Property.PERCENT_COMPLETE).filter("100"::equals).isPresent();
  }

  private LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  private boolean isWhole() {
    return series.master().filter(Todo::isOver).isPresent();
  }

  /**
   * The occurrence of a recurring task that is to be done: the last that has begun or, if that is
   * done, the next. Those that were missed before are not made up for. Empty if there is none, or
   * it does not recur.
   */
  Optional<Occurrence> current() throws BrokenCalendarException {
    return series.any().reckoned(this::atHand);
  }

  private Optional<Occurrence> atHand() throws BrokenCalendarException {
    if (!recurs() || isWhole()) {
      return Optional.empty();
    }
    List<Occurrence> all = series.occurrences(first(), Window.around(now, REACH, REACH, zone));
    ZonedDateTime tomorrow = today().plusDays(1).atStartOfDay(zone);
    int begun = (int) all.stream().filter(one -> one.at().isBefore(tomorrow)).count();
    return all.stream().skip(Math.max(0, begun - 1)).filter(one -> !isOver(one.part())).findFirst();
  }

  /** What comes after {@code one} and stands in the same part. */
  Optional<Occurrence> after(Occurrence one) throws BrokenCalendarException {
    return series.occurrences(first(), Window.around(now, REACH, REACH, zone)).stream()
        .filter(other -> other.part().line() == one.part().line())
        .filter(other -> other.id().isAfter(one.id()))
        .findFirst();
  }

  /** Whether it comes again. */
  boolean recurs() {
    return series.isRecurring() && series.any().has(first());
  }

  /** What occurrences are told by. */
  String first() {
    return series.any().has(Property.DTSTART) ? Property.DTSTART : Property.DUE;
  }

  /** It, as a candidate; empty if it is done, has not begun, or has no title. */
  Optional<Candidate> candidate(String source, String key) throws BrokenCalendarException {
    return series.any().reckoned(() -> open(source, key));
  }

  private Optional<Candidate> open(String source, String key) throws BrokenCalendarException {
    if (isWhole()) {
      return Optional.empty();
    }
    if (recurs()) {
      Optional<Occurrence> current = current();
      return current.isEmpty() ? Optional.empty() : of(current.get(), source, key);
    }
    Part part = series.any();
    return isOver(part) || isLater(part.date(Property.DTSTART))
        ? Optional.empty()
        : candidate(part, due(part), source, key);
  }

  private boolean isLater(Optional<Temporal> start) {
    return start.filter(at -> day(at).isAfter(today())).isPresent();
  }

  private LocalDate day(Temporal date) {
    return Dial.zoned(date, zone).withZoneSameInstant(zone).toLocalDate();
  }

  private Optional<LocalDate> due(Part part) throws BrokenCalendarException {
    Optional<Temporal> due = part.date(Property.DUE);
    if (due.isPresent()) {
      return due.map(this::day);
    }
    Optional<TemporalAmount> length = part.duration();
    return part.date(Property.DTSTART)
        .filter(start -> length.isPresent())
        .map(start -> day(Dial.zoned(start, zone).plus(length.orElseThrow())));
  }

  private Optional<Candidate> of(Occurrence one, String source, String key)
      throws BrokenCalendarException {
    if (first().equals(Property.DTSTART) && one.at().toLocalDate().isAfter(today())) {
      return Optional.empty();
    }
    Part part = one.part();
    Optional<Temporal> due = part.date(Property.DUE);
    Temporal from = part.begin(first()).orElse(one.id());
    Dial dial = one.dial();
    Optional<LocalDate> day =
        due.map(
            at -> {
              Duration shift = Duration.between(dial.in(from), dial.in(at));
              return dial.out(one.start().plus(shift)).toLocalDate();
            });
    return candidate(part, day, source, key);
  }

  private static Optional<Candidate> candidate(
      Part part, Optional<LocalDate> due, String source, String key) {
    Optional<String> title =
        part.text(Property.SUMMARY).flatMap(text -> Text.line(text, Candidate.LONGEST_TITLE));
    return title.map(text -> filled(Candidate.of(source, key, text), part, due));
  }

  private static Candidate filled(Candidate bare, Part part, Optional<LocalDate> due) {
    Candidate candidate = kind(part).map(bare::kind).orElse(bare);
    candidate = link(part).map(candidate::link).orElse(candidate);
    candidate = due.map(candidate::due).orElse(candidate);
    candidate = created(part).map(candidate::created).orElse(candidate);
    OptionalInt minutes = minutes(part);
    candidate = minutes.isPresent() ? candidate.minutes(minutes.getAsInt()) : candidate;
    OptionalInt priority = priority(part);
    return priority.isPresent() ? candidate.priority(priority.getAsInt()) : candidate;
  }

  /** The first of its categories. */
  private static Optional<String> kind(Part part) {
    return part.text(Property.CATEGORIES)
        .map(all -> all.split(",", 2)[0])
        .flatMap(text -> Text.line(text, LONGEST_KIND));
  }

  private static Optional<URI> link(Part part) {
    try {
      return part.text(Property.URL)
          .filter(text -> text.length() <= LONGEST_LINK && text.matches("(?i)https?://.+"))
          .map(URI::create)
          .filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> created(Part part) {
    return part.instant(Property.CREATED).map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static OptionalInt minutes(Part part) {
    Optional<Duration> length =
        part.length(ESTIMATE)
            .or(() -> part.duration().filter(Duration.class::isInstance).map(Duration.class::cast));
    long minutes = length.map(Duration::toMinutes).orElse(0L);
    return minutes >= 1 && minutes <= MOST_MINUTES
        ? OptionalInt.of((int) minutes)
        : OptionalInt.empty();
  }

  /** Of 1 to 9, 1 the most urgent, and 0 for none (RFC 5545, 3.8.1.9), of which 5 is medium. */
  private static OptionalInt priority(Part part) {
    return switch (part.text(Property.PRIORITY).orElse("")) {
      case "1", "2" -> OptionalInt.of(1);
      case "3", "4" -> OptionalInt.of(2);
      case "5" -> OptionalInt.of(3);
      case "6", "7", "8", "9" -> OptionalInt.of(4);
      default -> OptionalInt.empty();
    };
  }
}
