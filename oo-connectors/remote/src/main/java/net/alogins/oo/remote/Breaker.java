package net.alogins.oo.remote;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import net.alogins.oo.signal.ConnectorException;

/**
 * Leaves a system alone that is down: of the last 20 calls, 10 at least, half were unavailable.
 * After half a minute two calls may try. Whom it throttles or refuses is not its failure.
 */
final class Breaker {

  private static final Duration REST = Duration.ofSeconds(30);
  private static final int WINDOW = 20;
  private static final int LEAST = 10;
  private static final int TRIALS = 2;
  private static final float HALF = 50;

  private final CircuitBreaker breaker;

  Breaker(Clock clock) {
    this.breaker =
        CircuitBreaker.of(
            "remote",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(WINDOW, LEAST, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
  }

  /** A call that may fail. */
  @FunctionalInterface
  interface Call {
    Answer send() throws ConnectorException, InterruptedException;
  }

  Answer guard(Call call) throws ConnectorException, InterruptedException {
    if (!breaker.tryAcquirePermission()) {
      throw ConnectorException.unavailable("left alone after failures", Optional.of(REST));
    }
    boolean isTold = false;
    long start = breaker.getCurrentTimestamp();
    try {
      Answer answer = call.send();
      isTold = tell(start, answer.isOutage());
      return answer;
    } catch (ConnectorException failure) {
      isTold = tell(start, failure.kind() == ConnectorException.Kind.UNAVAILABLE);
      throw failure;
    } finally {
      if (!isTold) {
        breaker.releasePermission();
      }
    }
  }

  private boolean tell(long start, boolean isOutage) {
    long took = breaker.getCurrentTimestamp() - start;
    if (isOutage) {
      breaker.onError(took, breaker.getTimestampUnit(), new IllegalStateException("outage"));
    } else {
      breaker.onSuccess(took, breaker.getTimestampUnit());
    }
    return true;
  }
}
