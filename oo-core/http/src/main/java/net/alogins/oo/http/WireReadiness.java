package net.alogins.oo.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import net.alogins.oo.Health;

/** How the recommender stands, on the wire. */
record WireReadiness(
    String status, @JsonProperty("volatile") boolean isVolatile, Map<String, Long> lags) {

  private static final long USUAL_LAG = 1_000;

  static WireReadiness of(Health health) {
    boolean isBehind = health.lags().values().stream().anyMatch(lag -> lag > USUAL_LAG);
    boolean isDegraded = isBehind || !health.stuck().isEmpty();
    return new WireReadiness(isDegraded ? "degraded" : "ready", health.isVolatile(), health.lags());
  }
}
