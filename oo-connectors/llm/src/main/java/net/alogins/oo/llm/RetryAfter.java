package net.alogins.oo.llm;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** How long an answer asks to wait, in seconds or until a date (RFC 9110, 10.2.3). */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** At most an hour; nothing when it does not say so. */
  static Duration of(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("Retry-After")
        .map(value -> bounded(parsed(value.strip(), now)))
        .orElse(Duration.ZERO);
  }

  private static Duration parsed(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      return Duration.between(
          now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeException none) {
      return Duration.ZERO;
    }
  }

  private static Duration bounded(Duration wait) {
    Duration some = wait.isNegative() ? Duration.ZERO : wait;
    return some.compareTo(LONGEST) > 0 ? LONGEST : some;
  }
}
