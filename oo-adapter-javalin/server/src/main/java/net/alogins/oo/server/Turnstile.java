package net.alogins.oo.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import net.alogins.oo.http.AddressLimit;
import net.alogins.oo.http.Rate;

/**
 * How often somebody may begin or end a login from one address: 100 times at once, and once more
 * every three seconds. So nobody has enough logins under way to push out those of others.
 */
final class Turnstile {

  private static final Rate LOGINS = new Rate(100, Duration.ofSeconds(3));

  private final Callers callers;
  private final AddressLimit limit = new AddressLimit(LOGINS, System::nanoTime);

  Turnstile(Callers callers) {
    this.callers = callers;
  }

  /** The same handler, for those who may now. */
  Handler before(Handler handler) {
    return request -> {
      Duration left = callers.address(request).map(limit::take).orElse(Duration.ZERO);
      if (left.isZero()) {
        handler.handle(request);
      } else {
        refuse(request, left);
      }
    };
  }

  private static void refuse(Context request, Duration left) {
    request.header("Retry-After", Long.toString(left.toSeconds() + 1));
    Problems.answer(request, 429, "logins must be fewer: come back after Retry-After");
  }
}
