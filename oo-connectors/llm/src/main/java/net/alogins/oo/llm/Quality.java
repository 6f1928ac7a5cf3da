package net.alogins.oo.llm;

import java.time.Duration;

/**
 * How much is asked of a model, by how long it lately took: all of it up to two seconds, and less
 * in proportion, a fifth at least. The mean is exponential, the latest answer counts a quarter.
 */
final class Quality {

  private static final double GOOD_MILLIS = 2_000;
  private static final double LEAST = 0.2;
  private static final double LATEST = 0.25;

  private double millis;

  /** An answer took so long, or there was none for so long. */
  synchronized void took(long newMillis) {
    millis += LATEST * (newMillis - millis);
  }

  /** 0.2 to 1. */
  synchronized double factor() {
    return millis <= GOOD_MILLIS ? 1 : Math.max(LEAST, GOOD_MILLIS / millis);
  }

  /** So many, or fewer; 1 at least. */
  int count(int most) {
    return (int) Math.max(1, Math.round(most * factor()));
  }

  /** How long a question may wait for an answer: not at all if that would be in vain. */
  synchronized Duration patience(Duration most) {
    return millis > most.toMillis() ? Duration.ZERO : most;
  }

  /** How long an answer may take: half of the time when answers are slow. */
  Duration longest(Duration most) {
    return Duration.ofMillis((long) (most.toMillis() * Math.max(0.5, factor())));
  }
}
