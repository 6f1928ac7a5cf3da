package net.alogins.oo.remote;

import static net.alogins.oo.signal.ConnectorException.Kind.REVOKED;
import static net.alogins.oo.signal.ConnectorException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
  private final Breaker breaker = new Breaker(clock);
  private int calls;

  private Answer answer(int status) {
    calls++;
    return new Answer(status, HttpHeaders.of(Map.of(), (a, b) -> true), List.of(), clock);
  }

  private ConnectorException outage() {
    return Failing.of(
        () ->
            breaker.guard(
                () -> {
                  calls++;
                  throw ConnectorException.unavailable("down", Optional.empty());
                }));
  }

  private void goesDown() throws Exception {
    for (int i = 0; i < 5; i++) {
      outage();
      breaker.guard(() -> answer(500));
    }
  }

  @Test
  void a_system_that_is_down_is_left_alone_for_half_a_minute() throws Exception {
    goesDown();

    ConnectorException failure = outage();

    assertThat(calls).isEqualTo(10);
    assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
    assertThat(failure.after()).contains(Duration.ofSeconds(30));
  }

  @Test
  void after_half_a_minute_two_calls_may_try() throws Exception {
    goesDown();
    clock.advance(Duration.ofSeconds(31));

    breaker.guard(() -> answer(200));
    breaker.guard(() -> answer(200));
    breaker.guard(() -> answer(200));

    assertThat(calls).isEqualTo(13);
  }

  @Test
  void if_they_fail_it_is_left_alone_again() throws Exception {
    goesDown();
    clock.advance(Duration.ofSeconds(31));
    outage();
    outage();

    outage();

    assertThat(calls).isEqualTo(12);
  }

  @Test
  void whom_it_refuses_or_throttles_is_not_its_failure() throws Exception {
    for (int i = 0; i < 50; i++) {
      int status = i % 2 == 0 ? 401 : 429;
      breaker.guard(() -> answer(status));
      ConnectorException failure =
          Failing.of(
              () ->
                  breaker.guard(
                      () -> {
                        throw ConnectorException.revoked("no");
                      }));
      assertThat(failure.kind()).isEqualTo(REVOKED);
    }

    assertThat(breaker.guard(() -> answer(200)).status()).isEqualTo(200);
  }

  @Test
  void who_is_interrupted_takes_no_trial_away() throws Exception {
    goesDown();
    clock.advance(Duration.ofSeconds(31));
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  breaker.guard(
                      () -> {
                        throw new InterruptedException();
                      }))
          .isInstanceOf(InterruptedException.class);
    }

    assertThat(breaker.guard(() -> answer(200)).status()).isEqualTo(200);
  }
}
