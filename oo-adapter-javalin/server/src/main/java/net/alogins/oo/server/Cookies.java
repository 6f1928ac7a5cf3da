package net.alogins.oo.server;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of people who sign in. Over https their names begin with {@code __Host-}, which
 * browsers take from this very host only. Over plain http, which is on this machine only, not every
 * browser would take such a name, or send a {@code Secure} cookie back: there they have neither.
 *
 * @param isSecure whether browsers come by https
 */
record Cookies(boolean isSecure) {

  private static final String SESSION = "oo";
  private static final String LOGIN = "oo-login";

  /** The session's id that came along. */
  Optional<String> session(Context request) {
    return value(request, SESSION);
  }

  /** The cookie of the login under way that came along. */
  Optional<String> login(Context request) {
    return value(request, LOGIN);
  }

  private Optional<String> value(Context request, String name) {
    return Optional.ofNullable(request.cookie(named(name))).filter(value -> !value.isBlank());
  }

  /** Has the browser keep a session's id. */
  void keepSession(Context answer, String id, Duration age) {
    set(answer, SESSION, id, age, "Lax");
  }

  void dropSession(Context answer) {
    set(answer, SESSION, "", Duration.ZERO, "Lax");
  }

  /**
   * Has the browser keep the cookie of a login.
   *
   * @param sameSite {@code None} if it has to come along with a form of another page
   */
  void keepLogin(Context answer, String cookie, Duration age, String sameSite) {
    set(answer, LOGIN, cookie, age, sameSite);
  }

  void dropLogin(Context answer) {
    set(answer, LOGIN, "", Duration.ZERO, "Lax");
  }

  private void set(Context answer, String name, String value, Duration age, String sameSite) {
    String cookie =
        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=%s%s"
            .formatted(named(name), value, age.toSeconds(), sameSite, isSecure ? "; Secure" : "");
    answer.res().addHeader("Set-Cookie", cookie);
  }

  private String named(String name) {
    return isSecure ? "__Host-" + name : name;
  }
}
