package net.alogins.oo.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may come in while there is no login: this machine's own pages and programs. Every address of
 * this machine is guarded against pages from elsewhere: a name that merely resolves to it (DNS
 * rebinding) is refused by its Host, a foreign page by its Origin and its Fetch metadata.
 */
final class Door {

  /** What every answer carries, so that a page runs this server's own scripts and nothing else. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; "
              + "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private Door() {}

  /** Lets the request in, or answers it with 403. */
  static void enter(Context request) {
    HEADERS.forEach(request::header);
    objection(request)
        .ifPresent(
            rule -> {
              Problems.answer(request, 403, rule);
              request.skipRemainingHandlers();
            });
  }

  private static Optional<String> objection(Context request) {
    String host = Optional.ofNullable(request.header("Host")).orElse("");
    if (!LOOPBACK.matcher(host).matches()) {
      return Optional.of("Host must be localhost, 127.0.0.1 or [::1]");
    }
    String origin = request.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      return Optional.of("Origin must be this server's own");
    }
    String site = request.header("Sec-Fetch-Site");
    if (site != null && !SAFE.contains(request.method()) && !OWN_SITES.contains(site)) {
      return Optional.of("Sec-Fetch-Site must be same-origin");
    }
    return Optional.empty();
  }
}
