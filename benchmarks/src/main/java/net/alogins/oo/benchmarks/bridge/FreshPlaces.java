package net.alogins.oo.benchmarks.bridge;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.testkit.ForwardingEventLog;

/** A log that nobody seems to have followed yet; what is noted is written there all the same. */
final class FreshPlaces extends ForwardingEventLog {

  private final EventLog log;
  private final Map<String, Long> places = new ConcurrentHashMap<>();

  FreshPlaces(EventLog log) {
    this.log = log;
  }

  @Override
  protected EventLog log() {
    return log;
  }

  @Override
  public OptionalLong position(String follower) {
    Long known = places.get(follower);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  @Override
  public void advance(String follower, long seq) {
    log.advance(follower, seq);
    places.put(follower, seq);
  }
}
