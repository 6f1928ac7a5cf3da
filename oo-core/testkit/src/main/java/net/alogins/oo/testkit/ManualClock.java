package net.alogins.oo.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only when it is told to, in milliseconds. */
public final class ManualClock extends Clock {

  private final AtomicLong now;
  private final ZoneId zone;

  private ManualClock(AtomicLong now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** A clock that stands at {@code start}, in UTC. */
  public static ManualClock at(Instant start) {
    return new ManualClock(new AtomicLong(start.toEpochMilli()), ZoneOffset.UTC);
  }

  /** Moves the clock on. */
  public void advance(Duration by) {
    now.addAndGet(by.toMillis());
  }

  /** Moves the clock to {@code instant}. */
  public void set(Instant instant) {
    now.set(instant.toEpochMilli());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId newZone) {
    return new ManualClock(now, newZone);
  }
}
