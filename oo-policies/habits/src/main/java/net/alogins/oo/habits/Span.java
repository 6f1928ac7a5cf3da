package net.alogins.oo.habits;

import java.time.Duration;

/** How far back one looks. */
enum Span {
  HOUR(0, Duration.ofHours(1), 1),
  DAY(1, Duration.ofDays(1), 2),
  WEEK(2, Duration.ofDays(7), 7),
  MONTH(3, Duration.ofDays(28), 20);

  private final int place;
  private final long millis;
  private final double usual;

  Span(int place, Duration length, double usual) {
    this.place = place;
    this.millis = length.toMillis();
    this.usual = usual;
  }

  /** Which of the spans it is, from the shortest on. */
  int place() {
    return place;
  }

  /** Whether what is {@code age} milliseconds old lies within it. */
  boolean has(long age) {
    return age < millis;
  }

  /** How often one kind may be shown within it to be called neither seldom nor often. */
  double usual() {
    return usual;
  }
}
