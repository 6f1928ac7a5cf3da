package net.alogins.oo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a recommender stands, at the cost of hashing everything it has learned.
 *
 * @param seq the row of the log up to which everything is learned
 * @param policy the name of the live policy
 * @param stateHash SHA-256 of everything it has learned, in hexadecimal
 * @param counters how many facts came in, and what became of them
 * @param lags how many rows each follower behind the path is behind
 * @param timings how long a batch took from its commit until the next question sees what it taught,
 *     in nanoseconds (median and 99th percentile), and of how many batches since the start
 * @param isVolatile whether everything is lost when the process ends
 */
public record Status(
    long seq,
    String policy,
    String stateHash,
    Map<String, Long> counters,
    Map<String, Long> lags,
    Map<String, Long> timings,
    boolean isVolatile) {

  public Status {
    counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    timings = Map.copyOf(timings);
    lags = Collections.unmodifiableMap(new LinkedHashMap<>(lags));
  }
}
