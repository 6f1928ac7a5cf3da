package net.alogins.oo.webhook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The ids of messages that could come again. */
final class Seen {

  private final int most;
  private final Map<String, Instant> until = new HashMap<>();

  Seen(int most) {
    this.most = most;
  }

  /** Notes a message that is timely until {@code last}. */
  synchronized WebhookVerifier.Verdict verdict(String id, Instant now, Instant last) {
    if (until.size() >= most) {
      until.values().removeIf(now::isAfter);
    }
    Instant before = until.get(id);
    if (before != null && !now.isAfter(before)) {
      return WebhookVerifier.Verdict.REPEATED;
    }
    if (until.size() >= most) {
      return WebhookVerifier.Verdict.CROWDED;
    }
    until.put(id, last);
    return WebhookVerifier.Verdict.GENUINE;
  }

  synchronized void forget(String id) {
    until.remove(id);
  }
}
