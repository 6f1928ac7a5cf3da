package net.alogins.oo.http;

import java.time.Duration;

/**
 * How often: {@code burst} times at once, and once more after each {@code every}.
 *
 * @param burst 1 to 10,000
 * @param every a microsecond to a day
 */
public record Rate(int burst, Duration every) {

  private static final int MOST = 10_000;
  private static final Duration SHORTEST = Duration.ofNanos(1_000);
  private static final Duration LONGEST = Duration.ofDays(1);

  public Rate {
    if (burst < 1 || burst > MOST) {
      throw new IllegalArgumentException("burst must be 1 to " + MOST + " but was " + burst);
    }
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "every must be " + SHORTEST + " to " + LONGEST + " but was " + every);
    }
  }
}
