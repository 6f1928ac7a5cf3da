package net.alogins.oo.server;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What other systems have told: the last 10,000 deliveries. Systems tell again what they think was
 * not heard; to be told twice costs a sync and nothing else, also after a restart.
 */
final class Told {

  private static final int MOST = 10_000;

  private final Map<String, Boolean> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Notes a delivery of {@code system}; whether it has not been here before. */
  synchronized boolean isNew(String system, String delivery) {
    return known.put(system + " " + delivery, true) == null;
  }

  /** It will come again: what it told could not be taken. */
  synchronized void forget(String system, String delivery) {
    known.remove(system + " " + delivery);
  }
}
