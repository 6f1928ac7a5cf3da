package net.alogins.oo.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.Account;
import net.alogins.oo.identity.Arrival;
import net.alogins.oo.identity.AuditAct;
import net.alogins.oo.identity.AuditLog;
import net.alogins.oo.identity.Departure;
import net.alogins.oo.identity.IdentityProvider;
import net.alogins.oo.identity.IdentityProviderException;
import net.alogins.oo.identity.Login;
import net.alogins.oo.identity.Sessions;

/** The pages on which people sign in and out, and who has. */
final class SignIn {

  static final String LOGIN = "/login";
  static final String CALLBACK = "/login/callback";
  static final String LOGOUT = "/logout";
  static final String SESSION = "/session";

  private static final String HOME = "/";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._|@:-]{1,255}");

  /** So many may keep the provider busy at once, and wait for it. */
  private static final int MOST_AT_ONCE = 8;

  private static final Duration UNANSWERED = Duration.ofSeconds(10);

  private final Access access;
  private final IdentityProvider provider;
  private final Sessions sessions;
  private final AuditLog audit;
  private final Clock clock;
  private final Cookies cookies;
  private final Predicate<UserId> guests;
  private final IntSupplier processes;
  private final Semaphore exchanges = new Semaphore(MOST_AT_ONCE);
  private final AtomicReference<String> told = new AtomicReference<>("");
  private final Set<String> rules = ConcurrentHashMap.newKeySet();
  private Optional<Login> login = Optional.empty();

  SignIn(Access access, IdentityProvider provider, Kept kept, Clock clock) {
    this.access = access;
    this.provider = provider;
    this.sessions = new Sessions(kept.sessions(), clock, provider.issuer());
    this.audit = kept.audit();
    this.clock = clock;
    this.cookies = new Cookies(access.isSecure());
    this.guests = access.guests();
    this.processes = kept.processes();
  }

  /** Makes them routes. */
  void mount(RoutesConfig routes) {
    OwnSessions own = new OwnSessions(this::user, sessions, audit, clock, cookies);
    routes.get(SESSION, this::tell);
    Turnstile turnstile = Turnstile.ofLogins(new Callers(access), processes);
    routes.get(LOGIN, turnstile.before(this::begin));
    routes.get(CALLBACK, turnstile.before(this::end));
    if (provider.answer() == IdentityProvider.Answer.FORM_POST) {
      routes.post(CALLBACK, turnstile.before(this::end));
    }
    routes.post(LOGOUT, this::leave);
    routes.get(OwnSessions.ALL, own::list);
    routes.delete(OwnSessions.ALL, own::endAll);
    routes.delete(OwnSessions.ONE, own::end);
  }

  /** Who has signed in with the browser that {@code request} comes from, and still may. */
  Optional<UserId> user(Context request) {
    return cookies.session(request).flatMap(sessions::user).filter(guests);
  }

  /** Sends the browser to the provider, by way of the address that it comes back to. */
  void begin(Context request) {
    URI own = origin(request);
    if (!own.getAuthority().equalsIgnoreCase(request.header("Host"))) {
      redirect(request, own + LOGIN);
      return;
    }
    try {
      Departure departure = login(own).begin(old(request));
      cookies.keepLogin(request, departure.cookie(), Login.PATIENCE, sameSite());
      redirect(request, departure.address().toString());
    } catch (IdentityProviderException away) {
      unanswered(request, away);
    }
  }

  /** A provider's form comes without the session that began here: browsers keep that back. */
  private String old(Context request) {
    return cookies.session(request).filter(id -> sessions.user(id).isPresent()).orElse("");
  }

  private String sameSite() {
    return provider.answer() == IdentityProvider.Answer.FORM_POST ? "None" : "Lax";
  }

  /** Takes the browser back from the provider, and nowhere else than home. */
  void end(Context request) {
    if (!Answers.areReadable(request)) {
      Problems.answer(request, 415, "content type must be that of a form without parts, in UTF-8");
      return;
    }
    Map<String, List<String>> answer = Answers.of(request);
    if (!exchanges.tryAcquire()) {
      later(request, "logins must be fewer at once: come back after Retry-After");
      return;
    }
    try {
      end(request, answer);
    } finally {
      exchanges.release();
    }
  }

  private void end(Context request, Map<String, List<String>> answer) {
    cookies.dropLogin(request);
    try {
      Arrival arrival = login(origin(request)).end(cookies.login(request).orElse(""), answer);
      if (arrival instanceof Arrival.SignedIn in) {
        welcome(request, in);
      } else if (arrival instanceof Arrival.Refused refused) {
        refuse(request, refused.rule());
      }
    } catch (IdentityProviderException away) {
      unanswered(request, away);
    }
  }

  /** Anybody can have this said: each rule once is enough for whoever reads the log. */
  private void refuse(Context request, String rule) {
    Level level = rules.add(rule) ? Level.INFO : Level.DEBUG;
    log().log(level, "nobody signed in: " + rule);
    NotSignedIn.REFUSED.answer(request, rule);
  }

  private void welcome(Context request, Arrival.SignedIn in) {
    Account account = in.account();
    if (!access.people().include(account.subject())) {
      String subject = account.subject();
      String name = PLAIN.matcher(subject).matches() ? subject : "this subject";
      log().log(Level.INFO, "somebody may not sign in, but for --allow " + name);
      NotSignedIn.NOT_ALLOWED.answer(
          request, "whoever signs in must be allowed, but " + name + " is not");
      return;
    }
    audit.append(AuditAct.own(account.user(), "sign-in", ""), clock.instant());
    cookies.session(request).ifPresent(sessions::end);
    sessions.end(in.kept());
    cookies.keepSession(request, sessions.begin(account.user()), Sessions.LONGEST);
    redirect(request, HOME);
  }

  /** Ends the session, here and in the browser. */
  void leave(Context request) {
    user(request)
        .ifPresent(user -> audit.append(AuditAct.own(user, "sign-out", ""), clock.instant()));
    cookies.session(request).ifPresent(sessions::end);
    cookies.dropSession(request);
    request.header("Cache-Control", "no-store").status(204);
  }

  /** Tells the page whether somebody has signed in, and so can sign out. */
  void tell(Context request) {
    tell(request, user(request).isPresent());
  }

  /** The same of a server where nobody has to. */
  static void tellNobody(Context request) {
    tell(request, false);
  }

  private static void tell(Context request, boolean signedIn) {
    request
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result("{\"signedIn\":" + signedIn + "}");
  }

  private void unanswered(Context request, IdentityProviderException away) {
    String reason = String.valueOf(away.getMessage());
    if (!reason.equals(told.getAndSet(reason))) {
      log().log(Level.WARNING, "nobody can sign in: " + reason);
    }
    later(request, "the identity provider must answer, but does not just now");
  }

  private static void later(Context request, String rule) {
    request.header("Retry-After", Long.toString(UNANSWERED.toSeconds()));
    NotSignedIn.UNANSWERED.answer(request, rule);
  }

  private URI origin(Context request) {
    return access.origin(request.req().getLocalPort());
  }

  /** The logins, from when it is known where people come back to. */
  private synchronized Login login(URI own) {
    if (login.isEmpty()) {
      login = Optional.of(new Login(provider, own.resolve(CALLBACK), clock));
    }
    return login.get();
  }

  private static void redirect(Context request, String address) {
    request.header("Cache-Control", "no-store").header("Location", address).status(303);
  }

  private static Logger log() {
    return System.getLogger(SignIn.class.getName());
  }
}
