package net.alogins.oo.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import net.alogins.oo.Health;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code /actuator/oo}: what the recommender has learned, where the application exposes it. It
 * changes nothing, names nobody, and costs hashing all that was learned.
 */
@Endpoint(id = "oo")
public final class OoEndpoint {

  private final Recommender recommender;

  OoEndpoint(Recommender recommender) {
    this.recommender = recommender;
  }

  /** What was learned, by whom, and how those behind the path stand. */
  @ReadOperation
  public Map<String, Object> standing() {
    Status learned = recommender.status();
    Health now = recommender.health();
    Map<String, Object> standing = new LinkedHashMap<>();
    standing.put("policy", learned.policy());
    standing.put("seq", learned.seq());
    standing.put("stateHash", learned.stateHash());
    standing.put("volatile", now.isVolatile());
    standing.put("counters", learned.counters());
    standing.put("deadLetters", recommender.deadLetters().size());
    standing.put("lags", now.lags());
    standing.put("stuck", now.stuck());
    standing.put("timings", now.timings());
    return standing;
  }
}
