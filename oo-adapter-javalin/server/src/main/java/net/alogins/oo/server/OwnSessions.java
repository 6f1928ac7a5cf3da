package net.alogins.oo.server;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.AuditAct;
import net.alogins.oo.identity.AuditLog;
import net.alogins.oo.identity.OwnSession;
import net.alogins.oo.identity.Sessions;

/**
 * The sessions of whoever has signed in: to look at, and to end. A token of a program is none, and
 * sees none.
 */
final class OwnSessions {

  static final String ALL = "/sessions";
  static final String ONE = "/sessions/{name}";

  private final Function<Context, Optional<UserId>> users;
  private final Sessions sessions;
  private final AuditLog audit;
  private final Clock clock;
  private final Cookies cookies;

  /** {@code users} says who has signed in, and still may. */
  OwnSessions(
      Function<Context, Optional<UserId>> users,
      Sessions sessions,
      AuditLog audit,
      Clock clock,
      Cookies cookies) {
    this.users = users;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    this.cookies = cookies;
  }

  /** Lists them, the newest first. */
  void list(Context request) {
    user(request)
        .ifPresent(
            user ->
                request
                    .header("Cache-Control", "no-store")
                    .contentType("application/json")
                    .result(json(request, user)));
  }

  private String json(Context request, UserId user) {
    String current = current(request);
    return sessions.of(user).stream()
        .map(session -> json(session, session.name().equals(current)))
        .collect(Collectors.joining(",", "{\"sessions\":[", "]}"));
  }

  private static String json(OwnSession session, boolean isCurrent) {
    return """
        {"name":"%s","begun":"%s","seen":"%s","current":%s}"""
        .formatted(session.name(), session.begun(), session.seen(), isCurrent);
  }

  /** Ends the one that is named; one of somebody else answers like one that never was. */
  void end(Context request) {
    String name = request.pathParam("name");
    user(request).ifPresent(user -> end(request, user, name));
  }

  private void end(Context request, UserId user, String name) {
    if (sessions.of(user).stream().noneMatch(session -> session.name().equals(name))) {
      Problems.answer(request, 404, "name must be that of a session of this user");
      return;
    }
    audit.append(AuditAct.own(user, "session-end", name), clock.instant());
    sessions.end(user, name);
    done(request, name.equals(current(request)));
  }

  /** Ends all of them, also the one that the request comes with. */
  void endAll(Context request) {
    user(request)
        .ifPresent(
            user -> {
              audit.append(AuditAct.own(user, "sign-out-everywhere", ""), clock.instant());
              sessions.endAll(user);
              done(request, true);
            });
  }

  private void done(Context request, boolean isCurrent) {
    if (isCurrent) {
      cookies.dropSession(request);
    }
    request.header("Cache-Control", "no-store").status(204);
  }

  private String current(Context request) {
    return cookies.session(request).map(sessions::name).orElse("");
  }

  /** Who has signed in; whoever has not is answered with 401. */
  private Optional<UserId> user(Context request) {
    Optional<UserId> user = users.apply(request);
    if (user.isEmpty()) {
      Problems.answer(request, 401, "the user must be known");
    }
    return user;
  }
}
