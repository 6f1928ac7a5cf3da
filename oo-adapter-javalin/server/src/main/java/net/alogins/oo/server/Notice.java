package net.alogins.oo.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * That the server is about to stop. Readiness goes first: whoever sends requests to it by that sees
 * that it leaves, while it still answers.
 */
@Singleton
final class Notice {

  static final String READINESS = "/health/ready";

  private final Duration time;
  private final CountDownLatch given = new CountDownLatch(1);

  @Inject
  Notice(Settings settings) {
    this.time = settings.notice();
  }

  /** Answers a question for readiness, once notice is given. */
  void answer(Context request) {
    if (given.getCount() == 0) {
      Problems.answer(request, 503, "the server must stay to be ready, but is about to stop");
      request.skipRemainingHandlers();
    }
  }

  /** Gives notice, and lets the time pass in which others can take it. */
  void give() {
    given.countDown();
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
