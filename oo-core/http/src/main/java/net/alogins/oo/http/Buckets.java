package net.alogins.oo.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * A token bucket for each of the callers who asked last. Of each it keeps one number, when its
 * bucket is full again (the generic cell rate algorithm of ITU-T I.371). Beyond the most, whoever
 * did not ask for the longest time is forgotten, whose bucket is the likeliest to be full.
 *
 * <p>Where several processes share a limit each has a part of it: one that is taken here counts as
 * many as there are processes, as each of the others may give away as much.
 */
final class Buckets {

  /** Of how many callers there are buckets. */
  static final int MOST = 10_000;

  private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);
  private final LongSupplier ticker;
  private final IntSupplier processes;
  private final long every;
  private final long burst;

  Buckets(Rate rate, LongSupplier ticker, IntSupplier processes) {
    this.ticker = ticker;
    this.processes = processes;
    this.every = rate.every().toNanos();
    this.burst = every * rate.burst();
  }

  /** Takes one from the bucket of {@code caller}, or says how long until there is one to take. */
  synchronized Duration take(String caller) {
    Duration left = left(caller);
    if (left.isZero()) {
      fullAt.put(caller, ticker.getAsLong() + toFull(caller) + one());
      if (fullAt.size() > MOST) {
        fullAt.remove(fullAt.keySet().iterator().next());
      }
    }
    return left;
  }

  /** Puts back what {@code caller} took. */
  synchronized void giveBack(String caller) {
    fullAt.computeIfPresent(caller, (same, full) -> full - one());
  }

  /** How long until there is one to take, zero when there is one now. */
  synchronized Duration left(String caller) {
    return Duration.ofNanos(Math.max(0, toFull(caller) + one() - Math.max(one(), burst)));
  }

  /** How long it takes until one more may be taken in this process. */
  private long one() {
    return every * Math.max(1, processes.getAsInt());
  }

  /** How many there are. */
  synchronized int size() {
    return fullAt.size();
  }

  private long toFull(String caller) {
    Long full = fullAt.get(caller);
    return full == null ? 0 : Math.max(0, full - ticker.getAsLong());
  }
}
