package net.alogins.oo.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Optional<String> THEIRS = Optional.of("Thu, 01 Jan 1970 00:01:00 GMT");

  @ParameterizedTest
  @CsvSource({
    "17, PT17S",
    "0, PT0S",
    "3600, PT1H",
    "999999999, PT1H",
    "'Sun, 01 Mar 2026 12:01:30 GMT', PT1M30S",
    "'Sun, 01 Mar 2026 11:00:00 GMT', PT0S",
    "'Sun, 01 Mar 2099 12:00:00 GMT', PT1H",
  })
  void seconds_and_dates_are_a_time_of_at_most_an_hour(String value, Duration wait) {
    assertThat(RetryAfter.of(value, Optional.empty(), NOW)).contains(wait);
  }

  @Test
  void a_date_is_taken_by_the_clock_of_whoever_says_it() {
    assertThat(RetryAfter.of("Thu, 01 Jan 1970 00:01:40 GMT", THEIRS, NOW))
        .contains(Duration.ofSeconds(40));
    assertThat(RetryAfter.of("Sun, 01 Mar 2026 12:00:09 GMT", Optional.of("never"), NOW))
        .contains(Duration.ofSeconds(9));
  }

  @Test
  void a_second_since_1970_is_taken_by_the_same_clock() {
    assertThat(RetryAfter.at("100", THEIRS, NOW)).contains(Duration.ofSeconds(40));
    assertThat(RetryAfter.at("100", Optional.empty(), NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "999999999999", "2026-03-01T12:00:00Z"})
  void what_is_no_time_is_none(String value) {
    assertThat(RetryAfter.of(value, Optional.empty(), NOW)).isEmpty();
    assertThat(RetryAfter.at(value, Optional.empty(), NOW)).isEmpty();
  }
}
