package net.alogins.oo.remote;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long to wait, as RFC 9110 (10.2.3) writes it: in seconds, or until a date. */
public final class RetryAfter {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final String SECONDS = "\\d{1,9}";
  private static final String SECONDS_OF_AN_EPOCH = "\\d{1,11}";

  private RetryAfter() {}

  /**
   * How long {@code value} says, at most an hour; empty if it cannot be understood.
   *
   * @param value what stands there
   * @param date what time the other side has, if it says so
   * @param now what time we have
   */
  public static Optional<Duration> of(String value, Optional<String> date, Instant now) {
    String text = value.strip();
    return text.matches(SECONDS)
        ? Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))))
        : instant(text).map(then -> between(date, now, then));
  }

  /** The same for a second since 1970. */
  static Optional<Duration> at(String second, Optional<String> date, Instant now) {
    return second.matches(SECONDS_OF_AN_EPOCH)
        ? Optional.of(between(date, now, Instant.ofEpochSecond(Long.parseLong(second))))
        : Optional.empty();
  }

  private static Duration between(Optional<String> date, Instant now, Instant then) {
    return bounded(Duration.between(date.flatMap(RetryAfter::instant).orElse(now), then));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    Duration some = wait.isNegative() ? Duration.ZERO : wait;
    return some.compareTo(LONGEST) > 0 ? LONGEST : some;
  }
}
