package net.alogins.oo.todotxt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and durations as they are written in a line. */
final class Values {

  private static final int WEEK = 7 * 24 * 60;
  private static final int LONGEST_QUOTE = 40;
  private static final Pattern DAY = Pattern.compile(Description.DAY);
  private static final Pattern MINUTES = Pattern.compile("(?<minutes>\\d{1,5})");
  private static final Pattern ESTIMATE =
      Pattern.compile("(?=.)(?:(?<hours>\\d{1,3})h)?(?:(?<minutes>\\d{1,5})m)?");

  private Values() {}

  /** A day, as {@code 2026-11-24}; empty if it is none. */
  static Optional<LocalDate> day(String text) {
    if (!DAY.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(text, 0, 4, 10),
              Integer.parseInt(text, 5, 7, 10),
              Integer.parseInt(text, 8, 10, 10)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** Minutes, as {@code 15}; empty unless they are 1 to a week. */
  static OptionalInt minutes(String text) {
    Matcher matcher = MINUTES.matcher(text);
    return matcher.matches() ? inRange(number(matcher, "minutes")) : OptionalInt.empty();
  }

  /** Minutes, as {@code 1h30m}, {@code 2h} or {@code 20m}; empty unless they are 1 to a week. */
  static OptionalInt estimate(String text) {
    Matcher matcher = ESTIMATE.matcher(text);
    return matcher.matches()
        ? inRange(60 * number(matcher, "hours") + number(matcher, "minutes"))
        : OptionalInt.empty();
  }

  private static int number(Matcher matcher, String group) {
    return Optional.ofNullable(matcher.group(group)).map(Integer::parseInt).orElse(0);
  }

  private static OptionalInt inRange(int minutes) {
    return minutes >= 1 && minutes <= WEEK ? OptionalInt.of(minutes) : OptionalInt.empty();
  }

  static Optional<String> brokenDay(String what, String text) {
    return broken(day(text).isPresent(), what + " must be a day as YYYY-MM-DD", text);
  }

  static Optional<String> brokenMinutes(String what, String text) {
    return broken(minutes(text).isPresent(), what + " must be 1 to " + WEEK + " minutes", text);
  }

  static Optional<String> brokenEstimate(String what, String text) {
    return broken(
        estimate(text).isPresent(), what + " must be like 1h30m, at most " + WEEK + "m,", text);
  }

  private static Optional<String> broken(boolean holds, String rule, String was) {
    return holds
        ? Optional.empty()
        : Optional.of(rule + " but was " + Legible.cut(Legible.of(was), LONGEST_QUOTE));
  }
}
