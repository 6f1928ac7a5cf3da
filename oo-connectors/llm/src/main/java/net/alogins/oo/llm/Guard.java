package net.alogins.oo.llm;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Lets few in at once, and nobody for half a minute when half of the last ten generations, four at
 * least, had no usable answer; or for as long as the other side asks for. Then two may try.
 */
final class Guard {

  static final int MOST_AT_ONCE = 4;
  static final Duration REST = Duration.ofSeconds(30);

  private static final int WINDOW = 10;
  private static final int LEAST = 4;
  private static final int TRIALS = 2;
  private static final float HALF = 50;

  private final Clock clock;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private volatile Instant restUntil = Instant.MIN;

  Guard(Clock clock) {
    this.clock = clock;
    this.breaker =
        CircuitBreaker.of(
            "llm",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(WINDOW, LEAST, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
    this.bulkhead =
        Bulkhead.of(
            "llm",
            BulkheadConfig.custom()
                .maxConcurrentCalls(MOST_AT_ONCE)
                .maxWaitDuration(Duration.ZERO)
                .build());
  }

  /** Lets a generation in, which must leave again by one of the methods below. */
  void enter() throws Absent {
    if (clock.instant().isBefore(restUntil)) {
      throw new Absent.LeftAlone();
    }
    if (!bulkhead.tryAcquirePermission()) {
      throw new Absent.Busy();
    }
    if (!breaker.tryAcquirePermission()) {
      bulkhead.onComplete();
      throw new Absent.LeftAlone();
    }
  }

  void succeeded() {
    bulkhead.onComplete();
    breaker.onSuccess(0, TimeUnit.MILLISECONDS);
  }

  void failed(Failure failure) {
    restUntil = clock.instant().plus(failure.after());
    bulkhead.onComplete();
    breaker.onError(0, TimeUnit.MILLISECONDS, failure);
  }

  /** It was never the model's turn. */
  void left() {
    bulkhead.onComplete();
    breaker.releasePermission();
  }

  /** Such as {@code CLOSED}, {@code OPEN}, {@code HALF_OPEN}. */
  String state() {
    return breaker.getState().name();
  }
}
