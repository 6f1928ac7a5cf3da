package net.alogins.oo.habits;

import java.time.Duration;

/**
 * How often a person was shown each class of kinds in each span, and what became of it, seen from
 * one moment. Costs a look at each decision that is kept.
 */
final class Counts {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long NEAR = Duration.ofHours(2).toMillis();
  private static final int SPANS = Span.values().length;
  private static final int OUTCOMES = Outcome.values().length;
  private static final int EACH = (SPANS + 1) * OUTCOMES;
  private static final Span[] ALL = Span.values();

  /** What is counted. */
  enum Outcome {
    SHOWN(0, 0),
    DONE(1, Said.DONE),
    SNOOZED(2, Said.SNOOZED),
    DISMISSED(3, Said.DISMISSED);

    private final int place;
    private final int bit;

    Outcome(int place, int bit) {
      this.place = place;
      this.bit = bit;
    }

    private boolean isIn(int said) {
      return (said & bit) != 0;
    }
  }

  private static final Outcome[] SAID = {Outcome.DONE, Outcome.SNOOZED, Outcome.DISMISSED};

  private final int[] counts = new int[Kinds.MANY * EACH];

  private Counts() {}

  /** What {@code lately} comes to at {@code now}, in milliseconds of the epoch. */
  static Counts of(Lately lately, long now) {
    Counts all = new Counts();
    for (int i = 0; i < lately.size(); i++) {
      long age = Math.max(0, now - lately.at(i));
      if (Span.MONTH.has(age) && (lately.said(i) & Said.WITHDRAWN) == 0) {
        all.add(lately.kind(i), age, lately.said(i));
      }
    }
    return all;
  }

  /** Counts it in the shortest span that it lies in; the longer ones have it, too. */
  private void add(int kind, long age, int said) {
    int span = 0;
    while (!ALL[span].has(age)) {
      span++;
    }
    add(kind * EACH + span * OUTCOMES, said);
    if (isNear(age)) {
      add(kind * EACH + SPANS * OUTCOMES, said);
    }
  }

  /** Whether it was at about this time of day, whatever the clocks there say. */
  private static boolean isNear(long age) {
    long rest = age % DAY;
    return rest <= NEAR || rest >= DAY - NEAR;
  }

  private void add(int place, int said) {
    counts[place]++;
    if (said != 0) {
      for (Outcome outcome : SAID) {
        counts[place + outcome.place] += outcome.isIn(said) ? 1 : 0;
      }
    }
  }

  /** How often {@code outcome} was what came of class {@code kind} within {@code span}. */
  int of(int kind, Span span, Outcome outcome) {
    int sum = 0;
    for (int shorter = 0; shorter <= span.place(); shorter++) {
      sum += counts[kind * EACH + shorter * OUTCOMES + outcome.place];
    }
    return sum;
  }

  /** The same of all kinds. */
  int of(Span span, Outcome outcome) {
    int sum = 0;
    for (int kind = 0; kind < Kinds.MANY; kind++) {
      sum += of(kind, span, outcome);
    }
    return sum;
  }

  /** The same within 28 days, at most two hours of the day from now. */
  int near(int kind, Outcome outcome) {
    return counts[kind * EACH + SPANS * OUTCOMES + outcome.place];
  }
}
