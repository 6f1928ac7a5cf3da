package net.alogins.oo.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * How often something comes again, for as long as that can be told quickly: ical4j goes through the
 * steps of a rule, so that one with too many of them, or too much in each, is none.
 */
final class Rule {

  /** The most steps from the first start to the end of what is looked at. */
  static final int MOST_STEPS = 100_000;

  /** The most starts that are looked at, whether or not they count. */
  static final int MOST_STARTS = 200_000;

  /** A day that something recurs until is one on which it does. */
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  private static final int MOST_INTERVAL = 1_000;
  private static final String RULE =
      "be a rule of at most " + MOST_STEPS + " steps and " + MOST_STARTS + " starts until then";

  private static final Map<Frequency, Duration> STEPS =
      Map.of(
          Frequency.SECONDLY, Duration.ofSeconds(1),
          Frequency.MINUTELY, Duration.ofMinutes(1),
          Frequency.HOURLY, Duration.ofHours(1),
          Frequency.DAILY, Duration.ofDays(1),
          Frequency.WEEKLY, Duration.ofDays(7),
          Frequency.MONTHLY, Duration.ofDays(28),
          Frequency.YEARLY, Duration.ofDays(365));

  private static final Map<Frequency, Integer> DAYS =
      Map.of(Frequency.WEEKLY, 7, Frequency.MONTHLY, 31, Frequency.YEARLY, 366);

  private final Recur<ZonedDateTime> recur;
  private final ZonedDateTime seed;

  private Rule(Recur<ZonedDateTime> recur, ZonedDateTime seed) {
    this.recur = recur;
    this.seed = seed;
  }

  /** What {@code recur} means for a component that starts at {@code seed}. */
  static Rule of(Recur<?> recur, ZonedDateTime seed, Dial dial) {
    Temporal end = recur.getUntil();
    Temporal last = end instanceof LocalDate day ? day.atTime(LAST) : end;
    return new Rule(
        new Recur.Builder<>(cast(recur)).until(last == null ? null : dial.in(last)).build(), seed);
  }

  @SuppressWarnings("unchecked")
  private static Recur<ZonedDateTime> cast(Recur<?> recur) {
    return (Recur<ZonedDateTime>) recur;
  }

  /** The starts from {@code from} to {@code to}, at most {@code most}. */
  List<ZonedDateTime> starts(ZonedDateTime from, ZonedDateTime to, int most, Part part)
      throws BrokenCalendarException {
    if (seed.isAfter(to)) {
      return List.of();
    }
    if (!isQuick(from, to)) {
      throw part.broken("RRULE", RULE);
    }
    return recur.getDatesAsStream(seed, from, to, -1).limit(most).toList();
  }

  private boolean isQuick(ZonedDateTime from, ZonedDateTime to) {
    long steps = steps(seed, to);
    boolean isCounted = recur.getCount() > 0;
    long taken = isCounted ? steps : Math.min(steps, steps(from, to));
    return recur.getInterval() <= MOST_INTERVAL
        && steps <= MOST_STEPS
        && taken * startsOfAStep() <= MOST_STARTS;
  }

  private long steps(ZonedDateTime from, ZonedDateTime to) {
    long step = STEPS.getOrDefault(recur.getFrequency(), Duration.ofSeconds(1)).toSeconds();
    long steps = Duration.between(from, to).toSeconds() / (step * Math.max(1, recur.getInterval()));
    return Math.max(0, steps) + 2;
  }

  private long startsOfAStep() {
    boolean isOfDays =
        List.of(
                recur.getDayList(),
                recur.getMonthDayList(),
                recur.getYearDayList(),
                recur.getWeekNoList())
            .stream()
            .anyMatch(Predicate.not(List::isEmpty));
    long days = isOfDays ? DAYS.getOrDefault(recur.getFrequency(), 1) : 1;
    return days
        * Math.max(1, recur.getMonthList().size())
        * Math.max(1, recur.getHourList().size())
        * Math.max(1, recur.getMinuteList().size())
        * Math.max(1, recur.getSecondList().size());
  }
}
