package net.alogins.oo.http;

import java.util.Map;
import net.alogins.oo.id.TipId;

/**
 * A request to one operation.
 *
 * @param request as the host gave it
 * @param parameters what stands in its path for each {@code {name}}
 */
record Call(Request request, Map<String, String> parameters) {

  /** The tip in the path; what is no id is a tip that nobody was given. */
  TipId tip() {
    try {
      return TipId.parse(parameters.getOrDefault("{tip}", ""));
    } catch (IllegalArgumentException none) {
      throw Refusal.unknownTip();
    }
  }

  /** What is asked for in the query. */
  Query query() {
    return new Query(request.query());
  }

  /** The fields of the body, which must be among {@code known}. */
  Fields body(String... known) {
    return Body.fields(request, known);
  }
}
