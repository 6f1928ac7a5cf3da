package net.alogins.oo.context;

import java.time.Instant;
import java.util.Optional;

/**
 * What lately happened with one candidate and one person.
 *
 * @param shown how often it was the tip
 * @param snoozed how often it was put off
 * @param dismissed how often it was refused
 * @param snoozedUntil the end of the latest snooze
 * @param dismissedAt the latest refusal
 * @param doneAt the latest completion
 */
public record Past(
    int shown,
    int snoozed,
    int dismissed,
    Optional<Instant> snoozedUntil,
    Optional<Instant> dismissedAt,
    Optional<Instant> doneAt) {

  private static final Past NOTHING =
      new Past(0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());

  /** Nothing happened yet. */
  public static Past nothing() {
    return NOTHING;
  }

  /** This and {@code other} together. */
  public Past plus(Past other) {
    return new Past(
        shown + other.shown,
        snoozed + other.snoozed,
        dismissed + other.dismissed,
        later(snoozedUntil, other.snoozedUntil),
        later(dismissedAt, other.dismissedAt),
        later(doneAt, other.doneAt));
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    return b.isEmpty() || (a.isPresent() && a.get().isAfter(b.get())) ? a : b;
  }
}
