package net.alogins.oo.http;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;

/**
 * A request to one operation.
 *
 * @param request as the host gave it
 * @param parameters what stands in its path for each {@code {name}}
 */
record Call(Request request, Map<String, String> parameters) {

  /** Who asks, who must be known. */
  UserId caller() {
    return request.caller().user().orElseThrow(Refusal::unknownUser);
  }

  /** Refuses whoever is not known, or may not what {@code least} is needed for. */
  void require(Role least) {
    caller();
    if (!request.caller().role().covers(least)) {
      throw Refusal.forbidden(least);
    }
  }

  /** The tip in the path; what is no id is a tip that nobody was given. */
  TipId tip() {
    try {
      return TipId.parse(parameters.getOrDefault("{tip}", ""));
    } catch (IllegalArgumentException none) {
      throw Refusal.unknownTip();
    }
  }

  /** The connection in the path. */
  ConnectionId connection() {
    return connection(parameters.getOrDefault("{connection}", ""));
  }

  /** What is no id is a connection that nobody has. */
  static ConnectionId connection(String id) {
    try {
      return new ConnectionId(id);
    } catch (IllegalArgumentException none) {
      throw Refusal.unknownConnection();
    }
  }

  /** Refuses whoever saw another answer than the one {@code now}, if they say what they saw. */
  void requireSeen(Supplier<Response> now) {
    String ifMatch = request.headers().apply("If-Match");
    if (!ifMatch.isEmpty() && !Tag.of(now.get().body()).isAmong(ifMatch)) {
      throw Refusal.changed();
    }
  }

  /** What is asked for in the query. */
  Query query() {
    return new Query(request.query());
  }

  /** The person in the body, and there is nothing else in it. */
  UserId personInBody() {
    return body("user").parsed("user", UserId::new, Fields.ID_RULE);
  }

  /** The person in the query. */
  UserId personInQuery() {
    List<String> given = query().once("user");
    if (given.isEmpty()) {
      throw Refusal.invalid("user", "be given");
    }
    return Fields.parsed("user", given.get(0), UserId::new, Fields.ID_RULE);
  }

  /** The fields of the body, which must be among {@code known}. */
  Fields body(String... known) {
    return Body.fields(request, known);
  }
}
