package net.alogins.oo.internal;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

/** How long something took the last thousand times; recording takes no lock. */
final class Latencies {

  private static final int KEPT = 1024;

  private final AtomicLongArray latest = new AtomicLongArray(KEPT);
  private final AtomicLong count = new AtomicLong();

  void record(long nanos) {
    latest.set((int) (count.getAndIncrement() % KEPT), nanos);
  }

  /** How often, and the median and the 99th percentile of the latest, in nanoseconds. */
  Map<String, Long> summary(String name) {
    int size = (int) Math.min(KEPT, count.get());
    long[] sorted = LongStream.range(0, size).map(i -> latest.get((int) i)).sorted().toArray();
    return Map.of(
        name + ".count", count.get(),
        name + ".median", size == 0 ? 0 : sorted[size / 2],
        name + ".p99", size == 0 ? 0 : sorted[size * 99 / 100]);
  }
}
