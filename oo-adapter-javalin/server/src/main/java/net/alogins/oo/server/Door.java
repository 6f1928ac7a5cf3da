package net.alogins.oo.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.alogins.oo.identity.IdentityProvider;

/**
 * Which requests may come in, whoever sends them: those of this server's own pages, and of
 * programs. A name that merely resolves to this machine (DNS rebinding) is refused by its Host, a
 * foreign page by its Origin and its Fetch metadata. Who comes with a session has to bring both an
 * Origin and what only the own page sends, to change anything.
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
  private static final List<String> OVERRIDES =
      List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

  /** A year, as browsers want it at least to remember that a host speaks https. */
  private static final String HTTPS_ONLY = "max-age=31536000";

  /** What the page sends along, and no form of another page can. */
  private static final String OWN_HEADER = "X-OO";

  private final Access access;
  private final Cookies cookies;

  Door(Access access) {
    this.access = access;
    this.cookies = new Cookies(access.isSecure());
  }

  /** Lets the request in, or answers it with 403. */
  void enter(Context request) {
    HEADERS.forEach(request::header);
    if (access.isSecure()) {
      request.header("Strict-Transport-Security", HTTPS_ONLY);
    }
    objection(request)
        .ifPresent(
            rule -> {
              Problems.answer(request, 403, rule);
              request.skipRemainingHandlers();
            });
  }

  private Optional<String> objection(Context request) {
    String host = Optional.ofNullable(request.header("Host")).orElse("");
    Optional<String> own = origin(host);
    if (own.isEmpty()) {
      return Optional.of("Host must be " + hosts());
    }
    if (OVERRIDES.stream().anyMatch(name -> request.header(name) != null)) {
      return Optional.of("a request must be of the method that it says");
    }
    return isAnswerOfProvider(request) ? Optional.empty() : objection(request, own.get());
  }

  /** The origin of the page that is served to those who ask for {@code host}. */
  private Optional<String> origin(String host) {
    Optional<String> known =
        access
            .publicUrl()
            .filter(url -> url.getAuthority().equalsIgnoreCase(host))
            .map(url -> url.getScheme() + "://" + host);
    return known.or(
        () -> LOOPBACK.matcher(host).matches() ? Optional.of("http://" + host) : Optional.empty());
  }

  private String hosts() {
    return access.publicUrl().map(url -> url.getAuthority() + ", ").orElse("")
        + "localhost, 127.0.0.1 or [::1]";
  }

  /** The one form of another page that is taken; a login sees to itself. */
  private boolean isAnswerOfProvider(Context request) {
    return request.method().equals(HandlerType.POST)
        && request.path().equals(SignIn.CALLBACK)
        && access
            .provider()
            .filter(provider -> provider.answer() == IdentityProvider.Answer.FORM_POST)
            .isPresent();
  }

  private Optional<String> objection(Context request, String own) {
    String origin = request.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase(own)) {
      return Optional.of("Origin must be this server's own");
    }
    if (SAFE.contains(request.method())) {
      return Optional.empty();
    }
    String site = request.header("Sec-Fetch-Site");
    if (site != null && !OWN_SITES.contains(site)) {
      return Optional.of("Sec-Fetch-Site must be same-origin");
    }
    return cookies.session(request).flatMap(session -> objectionToSession(request));
  }

  /** A browser's session alone is no sign that its person, or the page, wants this. */
  private static Optional<String> objectionToSession(Context request) {
    if (request.header("Origin") == null) {
      return Optional.of("Origin must be this server's own");
    }
    boolean isOfPage =
        "same-origin".equals(request.header("Sec-Fetch-Site"))
            || request.header(OWN_HEADER) != null;
    return isOfPage
        ? Optional.empty()
        : Optional.of("Sec-Fetch-Site must be same-origin, or " + OWN_HEADER + " be there");
  }
}
