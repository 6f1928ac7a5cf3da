package net.alogins.oo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a recommender has learned, at the cost of hashing all of it.
 *
 * @param seq the row of the log up to which everything is learned
 * @param policy the name of the live policy
 * @param stateHash SHA-256 of everything it has learned, in hexadecimal
 * @param counters how many facts came in, and what became of them
 */
public record Status(long seq, String policy, String stateHash, Map<String, Long> counters) {

  public Status {
    counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
  }
}
