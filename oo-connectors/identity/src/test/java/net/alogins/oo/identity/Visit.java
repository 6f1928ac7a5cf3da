package net.alogins.oo.identity;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.UserId;

/** Somebody who signs in at a host, by way of a provider, with one browser. */
final class Visit {

  static final URI CALLBACK = URI.create("http://127.0.0.1:8080/login/callback");

  private final Idp idp;
  private final Login login;
  private final InMemorySessionStore kept = new InMemorySessionStore();
  private final Sessions sessions = new Sessions(kept, Clock.systemUTC());

  /** What the browser sends along to the provider. */
  final Map<String, String> asked = new HashMap<>();

  /** What it brings back from there. */
  final Map<String, List<String>> response = new HashMap<>();

  String cookie = "";

  private Visit(Idp idp, Login login) {
    this.idp = idp;
    this.login = login;
  }

  static Visit to(Idp idp) {
    return to(idp, new Login(idp.provider(), CALLBACK, Clock.systemUTC()));
  }

  static Visit to(Idp idp, Login login) {
    return new Visit(idp, login);
  }

  /** Goes to the provider, and has been there as {@code subject}. */
  void go(String subject) {
    begin();
    come(subject);
  }

  void begin() {
    Departure departure = login.begin();
    cookie = departure.cookie();
    asked.putAll(Idp.parameters(departure.address().getRawQuery()));
  }

  void come(String subject) {
    response.put("state", List.of(asked.getOrDefault("state", "")));
    response.put("code", List.of(idp.code(asked, subject)));
  }

  /** Ends the login; the session's id if there is one. */
  Optional<String> end() {
    return login.end(cookie, response) instanceof Arrival.SignedIn in
        ? Optional.of(sessions.begin(in.account().user()))
        : Optional.empty();
  }

  Optional<UserId> user(String session) {
    return sessions.user(session);
  }

  /** The same; a provider that does not do as it must is no session either. */
  Optional<String> ended() {
    try {
      return end();
    } catch (IdentityProviderException wrong) {
      return Optional.empty();
    }
  }
}
