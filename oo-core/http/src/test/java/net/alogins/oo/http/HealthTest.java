package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.SideEffect;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class HealthTest {

  private final ManualClock clock = ManualClock.at(House.START);

  @Test
  void a_volatile_recommender_says_so() {
    try (Recommender recommender = House.builder(clock).build()) {
      assertThat(ready(Operations.of(recommender)))
          .contains("\"status\":\"ready\"", "\"volatile\":true", "\"lags\":{");
    }
  }

  @Test
  void a_follower_that_stands_still_makes_it_degraded_and_not_down() {
    Stuck stuck = new Stuck();
    try (Recommender recommender = House.builder(clock).effect(stuck).build()) {
      List<Operation> operations = Operations.of(recommender);
      fallBehind(recommender);

      assertThat(ready(operations)).contains("\"status\":\"degraded\"", "\"effect/stuck\":1");
      assertThat(House.answer(operations, "askForTip", "{}").status()).isEqualTo(201);
      stuck.go.countDown();
    }
  }

  private static void fallBehind(Recommender recommender) {
    TipId tip = recommender.tip(House.ADA).tip().orElseThrow().id();
    recommender.react(House.ADA, Reaction.done(tip));
    for (int i = 0; i < 1_100; i++) {
      recommender.tip(new UserId("user-" + i));
    }
  }

  @Test
  void after_close_it_lives_but_is_not_ready() {
    Recommender recommender = House.builder(clock).build();
    List<Operation> operations = Operations.of(recommender);
    recommender.close();

    assertThat(House.answer(operations, "live", "").status()).isEqualTo(200);
    assertThat(House.answer(operations, "contract", "").status()).isEqualTo(200);
    for (String operation : List.of("ready", "askForTip", "currentTip", "pastTips")) {
      assertThat(House.text(House.answer(operations, operation, "{}")))
          .isEqualTo(
              """
              {"type":"about:blank","title":"Service Unavailable","status":503,\
              "detail":"the recommender was closed"}""");
    }
  }

  private static String ready(List<Operation> operations) {
    Response response = House.answer(operations, "ready", "");
    assertThat(response.status()).isEqualTo(200);
    return House.text(response);
  }

  /** A side effect that waits until it may go on. */
  private static final class Stuck implements SideEffect {

    private final CountDownLatch go = new CountDownLatch(1);

    @Override
    public String name() {
      return "stuck";
    }

    @Override
    public void completed(Completion completion) throws InterruptedException {
      go.await();
    }

    @Override
    public void reopened(Completion completion) {}
  }
}
