package net.alogins.oo;

import java.util.Map;
import java.util.Set;

/**
 * Whether a recommender can be used, at the cost of a look.
 *
 * @param isOpen whether it was not closed yet
 * @param isVolatile whether everything is lost when the process ends
 * @param counters how many facts came in, and what became of them
 * @param timings how long a batch took from its commit until the next question sees what it taught,
 *     in nanoseconds (median and 99th percentile), and of how many batches since the start
 * @param lags how many rows each follower behind the path is behind
 * @param stuck the followers that could not take their next row and try again
 * @param people how many people the live policy has in memory
 */
public record Health(
    boolean isOpen,
    boolean isVolatile,
    Map<String, Long> counters,
    Map<String, Long> timings,
    Map<String, Long> lags,
    Set<String> stuck,
    int people) {

  public Health {
    counters = Map.copyOf(counters);
    timings = Map.copyOf(timings);
    lags = Map.copyOf(lags);
    stuck = Set.copyOf(stuck);
  }
}
