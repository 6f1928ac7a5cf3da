package net.alogins.oo.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.function.IntSupplier;
import net.alogins.oo.http.AddressLimit;
import net.alogins.oo.http.Rate;

/**
 * How often somebody may come from one address to what is open to everybody; of processes that
 * share their stores, each allows its part.
 */
final class Turnstile {

  private static final Rate LOGINS = new Rate(100, Duration.ofSeconds(3));
  private static final Rate WEBHOOKS = new Rate(600, Duration.ofMillis(50));

  private final Callers callers;
  private final AddressLimit limit;
  private final String what;

  private Turnstile(Callers callers, Rate rate, String what, IntSupplier processes) {
    this.callers = callers;
    this.limit = new AddressLimit(rate, System::nanoTime, processes);
    this.what = what;
  }

  /**
   * To begin or end a login: 100 times at once, and once more every three seconds. So nobody has
   * enough logins under way to push out those of others.
   */
  static Turnstile ofLogins(Callers callers, IntSupplier processes) {
    return new Turnstile(callers, LOGINS, "logins", processes);
  }

  /** To tell something: 600 times at once, and 20 times a second. Systems tell for many people. */
  static Turnstile ofWebhooks(Callers callers, IntSupplier processes) {
    return new Turnstile(callers, WEBHOOKS, "webhooks", processes);
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

  private void refuse(Context request, Duration left) {
    request.header("Retry-After", Long.toString(left.toSeconds() + 1));
    Problems.answer(request, 429, what + " must be fewer: come back after Retry-After");
  }
}
