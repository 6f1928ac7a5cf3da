package net.alogins.oo.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.Month;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.WeekDay;
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

  private static final Set<Frequency> BELOW_WEEKS =
      Set.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY, Frequency.DAILY);

  private static final List<Month> ALL_MONTHS =
      IntStream.rangeClosed(1, 12).mapToObj(Month::valueOf).toList();

  private final Recur<ZonedDateTime> recur;
  private final ZonedDateTime seed;
  private final int count;
  private final Predicate<ZonedDateTime> limit;

  private Rule(
      Recur<ZonedDateTime> recur, ZonedDateTime seed, int count, Predicate<ZonedDateTime> limit) {
    this.recur = recur;
    this.seed = seed;
    this.count = count;
    this.limit = limit;
  }

  /**
   * What {@code recur} means for a component that starts at {@code seed}. Where ical4j reads it in
   * another way than RFC 5545 (3.3.10), it is told otherwise: parts that only limit are looked at
   * here, and so is {@code COUNT}; weeks begin on Monday; and days of the month are of each month.
   */
  static Rule of(Recur<?> recur, ZonedDateTime seed, Dial dial) {
    Temporal end = recur.getUntil();
    Temporal last = end instanceof LocalDate day ? day.atTime(LAST) : end;
    Recur.Builder<ZonedDateTime> own =
        new Recur.Builder<>(cast(recur)).until(last == null ? null : dial.in(last)).count(null);
    if (recur.getWeekStartDay() == null) {
      own.weekStartDay(WeekDay.MO);
    }
    Predicate<ZonedDateTime> limit =
        recur.getSetPosList().isEmpty() ? limited(recur, own) : any -> true;
    return new Rule(own.build(), seed, recur.getCount(), limit);
  }

  @SuppressWarnings("unchecked")
  private static Recur<ZonedDateTime> cast(Recur<?> recur) {
    return (Recur<ZonedDateTime>) recur;
  }

  /** What of the rule only limits, which it has no more then. */
  private static Predicate<ZonedDateTime> limited(
      Recur<?> recur, Recur.Builder<ZonedDateTime> own) {
    Predicate<ZonedDateTime> limit = any -> true;
    boolean isYearly = recur.getFrequency() == Frequency.YEARLY;
    boolean hasMonthDays = !recur.getMonthDayList().isEmpty();
    if (!isYearly && !recur.getMonthList().isEmpty()) {
      List<Integer> months = recur.getMonthList().stream().map(Month::getMonthOfYear).toList();
      limit = limit.and(at -> months.contains(at.getMonthValue()));
      own.monthList(List.of());
    }
    if (BELOW_WEEKS.contains(recur.getFrequency()) && hasMonthDays) {
      limit = limit.and(at -> isOneOf(recur.getMonthDayList(), at));
      own.monthDayList(List.of());
    } else if (hasMonthDays && !recur.getDayList().isEmpty()) {
      limit = limit.and(at -> recur.getDayList().stream().anyMatch(day -> isDay(day, at)));
      own.dayList(List.of());
    }
    if (isYearly && hasMonthDays && recur.getMonthList().isEmpty()) {
      own.monthList(ALL_MONTHS);
    }
    return limit;
  }

  /** Days of the month are counted from its end, too. */
  private static boolean isOneOf(List<Integer> days, ZonedDateTime at) {
    int day = at.getDayOfMonth();
    return days.contains(day) || days.contains(day - at.toLocalDate().lengthOfMonth() - 1);
  }

  /** The third Friday of a month, for example, or any, or the last. */
  private static boolean isDay(WeekDay day, ZonedDateTime at) {
    int fromBegin = (at.getDayOfMonth() - 1) / 7 + 1;
    int fromEnd = (at.getDayOfMonth() - at.toLocalDate().lengthOfMonth()) / 7 - 1;
    return at.getDayOfWeek() == WeekDay.getDayOfWeek(day)
        && List.of(0, fromBegin, fromEnd).contains(day.getOffset());
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
    ZonedDateTime begin = count > 0 ? seed : from;
    return recur
        .getDatesAsStream(seed, begin, to, -1)
        .map(ZonedDateTime::withEarlierOffsetAtOverlap)
        .filter(limit)
        .limit(count > 0 ? count : Long.MAX_VALUE)
        .filter(at -> !at.isBefore(from))
        .limit(most)
        .toList();
  }

  private boolean isQuick(ZonedDateTime from, ZonedDateTime to) {
    long steps = steps(seed, to);
    boolean isCounted = count > 0;
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
