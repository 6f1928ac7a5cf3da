package net.alogins.oo.http.testkit;

import java.util.UUID;
import net.alogins.oo.http.testkit.Client.Answer;

/** Who may ask a host, and the words that they use. */
interface People {

  /** An id that no tip ever has. */
  String UNKNOWN = "0123456789abcdef0123456789abcdef";

  /** The person of that name; nobody has none. */
  Client called(String name);

  /** A person whom the host never saw before. */
  default Client somebody() {
    return called("user-" + UUID.randomUUID());
  }

  /** Somebody who may look. */
  default Client viewer() {
    return called("viewer-1");
  }

  /** Somebody who may set going. */
  default Client operator() {
    return called("operator-1");
  }

  /** A request that is nobody's. */
  default Client nobody() {
    return called("");
  }

  static String reaction(String tip, String kind, String id) {
    return "{\"tip\":\"" + tip + "\",\"kind\":\"" + kind + "\",\"id\":\"" + id + "\"}";
  }

  static String receipt(Answer answer) {
    return answer.json().path("receipt").asText() + " " + answer.json().path("id").asText();
  }

  static String silence(Answer answer) {
    return answer.json().at("/silence/reason").asText();
  }
}
