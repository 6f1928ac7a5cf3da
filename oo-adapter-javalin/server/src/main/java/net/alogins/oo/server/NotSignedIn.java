package net.alogins.oo.server;

import io.javalin.http.Context;
import java.util.Objects;

/**
 * That somebody could not sign in: a page for people, without anything of what was sent or which
 * rule it broke, and a problem for programs.
 */
enum NotSignedIn {
  /** The login was not as it must be. */
  REFUSED(
      403, "Signing in did not work. End it in the browser you began it in, within ten minutes."),
  /** The person is none of those who may. */
  NOT_ALLOWED(403, "This account may not be used here. Whoever runs this server can let you in."),
  /** The provider is away. */
  UNANSWERED(503, "Where you sign in does not answer just now. Try again in a moment.");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>oO: not signed in</title>
      </head>
      <body>
      <main>
      <h1>You are not signed in</h1>
      <p>%s</p>
      <p><a href="%s">Try again</a></p>
      </main>
      </body>
      </html>
      """;

  private final int status;
  private final String words;

  NotSignedIn(int status, String words) {
    this.status = status;
    this.words = words;
  }

  /** Answers a browser with the page, and others with {@code rule}. */
  void answer(Context request, String rule) {
    if (!Objects.requireNonNullElse(request.header("Accept"), "").contains("text/html")) {
      Problems.answer(request, status, rule);
      return;
    }
    request.header("Cache-Control", "no-store").status(status);
    request.contentType("text/html; charset=utf-8").result(PAGE.formatted(words, SignIn.LOGIN));
  }
}
