package net.alogins.oo.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many durations are at most so long, and the sum of all; adding takes no lock. */
final class Durations {

  /** The bounds in seconds, shortest first; beyond the last there is one more. */
  static final List<Double> BOUNDS =
      List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  private static final double NANOS = 1e9;

  private final AtomicLongArray within = new AtomicLongArray(BOUNDS.size() + 1);
  private final AtomicLong nanos = new AtomicLong();

  void add(Duration one) {
    double seconds = one.toNanos() / NANOS;
    int i = 0;
    while (i < BOUNDS.size() && seconds > BOUNDS.get(i)) {
      i++;
    }
    nanos.addAndGet(one.toNanos());
    within.incrementAndGet(i);
  }

  /** How many were longer than bound {@code i - 1} and no longer than bound {@code i}. */
  long within(int i) {
    return within.get(i);
  }

  /** The sum of all, in seconds. */
  double seconds() {
    return nanos.get() / NANOS;
  }
}
