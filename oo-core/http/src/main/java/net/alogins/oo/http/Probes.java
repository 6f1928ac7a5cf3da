package net.alogins.oo.http;

import java.util.Map;
import java.util.function.Supplier;
import net.alogins.oo.Health;

/** Whether the host lives, and whether the recommender can be used. */
final class Probes {

  private static final Map<String, String> LIVE = Map.of("status", "live");

  private final Supplier<Health> health;

  Probes(Supplier<Health> health) {
    this.health = health;
  }

  Response live() {
    return Response.ok(LIVE);
  }

  Response ready() {
    Health now = health.get();
    if (!now.isOpen()) {
      throw Refusal.unavailable();
    }
    return Response.ok(WireReadiness.of(now));
  }
}
