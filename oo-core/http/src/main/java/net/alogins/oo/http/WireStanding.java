package net.alogins.oo.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.alogins.oo.Health;

/** How a recommender stands, in numbers, on the wire. */
record WireStanding(
    @JsonProperty("volatile") boolean isVolatile,
    Map<String, Long> counters,
    Map<String, Long> timings,
    Map<String, Long> lags,
    Set<String> stuck,
    int deadLetters) {

  static WireStanding of(Health health, int deadLetters) {
    return new WireStanding(
        health.isVolatile(),
        health.counters(),
        health.timings(),
        health.lags(),
        new TreeSet<>(health.stuck()),
        deadLetters);
  }
}
