package net.alogins.oo.nats;

import java.util.LinkedHashMap;
import java.util.Map;

/** The messages that failed, by their places in the stream: how often, and since when. */
final class Failures {

  private static final int MOST_TRIES = 5;
  private static final int MOST = 1_024;

  /** How often one failed, and how many others had been taken when it failed first. */
  private record Failing(int tries, long taken) {}

  private final Map<Long, Failing> byPlace =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Failing> eldest) {
          return size() > MOST;
        }
      };

  /** Notes one more failure of a message, when {@code taken} had been taken; how many it has. */
  int add(long place, long taken) {
    return byPlace
        .merge(
            place, new Failing(1, taken), (old, one) -> new Failing(old.tries() + 1, old.taken()))
        .tries();
  }

  /** Whether it failed often enough, while others did not. */
  boolean isHopeless(long place, long taken) {
    Failing failing = byPlace.getOrDefault(place, new Failing(0, taken));
    return failing.tries() >= MOST_TRIES && taken > failing.taken();
  }

  void forget(long place) {
    byPlace.remove(place);
  }
}
