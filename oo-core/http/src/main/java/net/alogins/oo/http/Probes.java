package net.alogins.oo.http;

import java.util.Map;
import net.alogins.oo.Health;
import net.alogins.oo.Recommender;

/** Whether the host lives, and whether the recommender can be used. */
final class Probes {

  private static final Map<String, String> LIVE = Map.of("status", "live");

  private final Recommender recommender;

  Probes(Recommender recommender) {
    this.recommender = recommender;
  }

  Response live() {
    return Response.ok(LIVE);
  }

  Response ready() {
    Health health = recommender.health();
    if (!health.isOpen()) {
      throw Refusal.unavailable();
    }
    return Response.ok(WireReadiness.of(health));
  }
}
