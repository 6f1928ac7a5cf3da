package net.alogins.oo.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import net.alogins.oo.Health;

/** How the recommender stands, on the wire. */
record WireReadiness(
    String status, @JsonProperty("volatile") boolean isVolatile, Map<String, Long> lags) {

  private static final long USUAL_LAG = 1_000;

  static WireReadiness of(Health health) {
    String status = isDegraded(health) ? "degraded" : "ready";
    return new WireReadiness(status, health.isVolatile(), health.lags());
  }

  /** Whether a follower is stuck or far behind. */
  static boolean isDegraded(Health health) {
    boolean isBehind = health.lags().values().stream().anyMatch(lag -> lag > USUAL_LAG);
    return isBehind || !health.stuck().isEmpty();
  }
}
