package net.alogins.oo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.SampleContexts;

/** The wall clock and the monotonic one; both stand still unless told, but for 1 us a look. */
final class Time {

  private static final long LOOK_NANOS = 1_000;
  private static final long MINUTES_OF_A_DAY = 24 * 60;

  private final ManualClock wall = ManualClock.at(SampleContexts.NOW);
  private long nanos;

  Clock wall() {
    return wall;
  }

  Instant now() {
    return wall.instant();
  }

  /** How long it is since everything began, by the wall clock. */
  String sinceStart() {
    long minutes = Duration.between(SampleContexts.NOW, now()).toMinutes();
    return minutes / MINUTES_OF_A_DAY + "d" + minutes % MINUTES_OF_A_DAY + "m";
  }

  /** The monotonic clock. */
  long nanos() {
    nanos += LOOK_NANOS;
    return nanos;
  }

  /** Time passes. */
  void elapse(Duration by) {
    wall.advance(by);
    nanos += by.toNanos();
  }

  /** Somebody sets the wall clock; no time passes. */
  void step(Duration by) {
    wall.advance(by);
  }

  /** Something takes so long, although the wall clock does not show it. */
  void dawdle(Duration by) {
    nanos += by.toNanos();
  }
}
