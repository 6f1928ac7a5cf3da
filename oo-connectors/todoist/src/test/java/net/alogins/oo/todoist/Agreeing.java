package net.alogins.oo.todoist;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Somebody with a browser who is asked whether they agree. */
final class Agreeing {

  static final String STATE = "of-this-visit-0123456789";

  private Agreeing() {}

  /** The code that they come back with. */
  static String to(TodoistOAuth oauth, boolean mayWrite) throws Exception {
    return back(oauth, mayWrite).getOrDefault("code", "");
  }

  /** What they come back with. */
  static Map<String, String> back(TodoistOAuth oauth, boolean mayWrite) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(oauth.page(STATE, mayWrite)).build();
    HttpResponse<Void> answer = Desk.HTTP.send(request, BodyHandlers.discarding());
    return FakeWire.query(URI.create(answer.headers().firstValue("Location").orElse("none")));
  }
}
