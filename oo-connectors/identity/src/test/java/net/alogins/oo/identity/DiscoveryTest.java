package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private Idp idp;
  private Discovery discovery;

  @BeforeEach
  void start() throws IOException {
    idp = Idp.start();
    discovery = new Discovery(idp.provider(), new Wire(), nanos::get);
  }

  @AfterEach
  void stop() {
    idp.close();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void what_is_known_stands_for_a_day_and_while_the_provider_is_away() {
    Endpoints first = discovery.endpoints();
    pass(Duration.ofHours(23));
    assertThat(discovery.endpoints()).isSameAs(first);
    pass(Duration.ofHours(1));
    Endpoints second = discovery.endpoints();
    assertThat(second).isNotSameAs(first);

    idp.close();
    pass(Duration.ofDays(2));
    assertThat(discovery.endpoints()).isSameAs(second);
  }

  @Test
  void a_provider_that_was_wrong_is_asked_again_after_a_pause() {
    String right = idp.issuer();
    idp.say("issuer", right + "/");
    assertThatThrownBy(discovery::endpoints)
        .isInstanceOf(IdentityProviderException.class)
        .hasMessageContaining("issuer must be " + right);
    idp.say("issuer", right);
    assertThatThrownBy(discovery::endpoints).isInstanceOf(IdentityProviderException.class);
    pass(Duration.ofSeconds(5));

    assertThat(discovery.endpoints().token().toString()).endsWith("/token");
  }

  @Test
  void who_comes_while_a_provider_hangs_does_not_wait() throws Exception {
    ExecutorService hand = Executors.newSingleThreadExecutor();
    try {
      Future<Endpoints> first = hangingAt(hand);
      assertThatThrownBy(discovery::endpoints)
          .isInstanceOf(IdentityProviderException.class)
          .hasMessageContaining("is being asked");
      assertThat(first).isNotDone();
      idp.goOn();
      Endpoints known = first.get();

      pass(Duration.ofDays(2));
      Future<Endpoints> next = hangingAt(hand);
      assertThat(discovery.endpoints()).isSameAs(known);
      assertThat(next).isNotDone();
      idp.goOn();
      assertThat(next.get()).isNotSameAs(known).isSameAs(discovery.endpoints());
    } finally {
      hand.shutdownNow();
    }
  }

  /** Somebody who asks, and is not answered yet. */
  private Future<Endpoints> hangingAt(ExecutorService hand) throws InterruptedException {
    idp.hang();
    Future<Endpoints> asking = hand.submit(discovery::endpoints);
    idp.awaitQuestion();
    return asking;
  }
}
