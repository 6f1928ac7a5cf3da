package net.alogins.oo.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.alogins.oo.testkit.ManualClock;

/** A clock on which a minute passes whenever it is looked at, so that no rest lasts. */
final class SteppingClock extends Clock {

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));

  @Override
  public Instant instant() {
    clock.advance(Duration.ofMinutes(1));
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
