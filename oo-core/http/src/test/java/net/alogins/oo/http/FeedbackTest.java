package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedbackTest {

  private final ManualClock clock = ManualClock.at(House.START);
  private final Recommender recommender = House.builder(clock).build();
  private final List<Operation> operations = Operations.of(recommender);
  private final String tip = recommender.tip(House.ADA).tip().orElseThrow().id().toString();

  @AfterEach
  void close() {
    recommender.close();
  }

  @Test
  void after_the_amend_horizon_a_reaction_is_late() {
    clock.advance(Duration.ofDays(7).plusMillis(1));

    assertThat(said(done())).isEqualTo("{\"receipt\":\"late\",\"id\":\"done\"}");
  }

  @Test
  void a_snooze_must_end_in_the_future() {
    assertThat(given(snooze(House.START)).status()).isEqualTo(400);
    assertThat(given(snooze(House.START.plusMillis(1))).status()).isEqualTo(200);
  }

  @Test
  void a_snooze_must_end_within_366_days() {
    Instant latest = House.START.plus(Duration.ofDays(366));

    assertThat(said(snooze(latest.plusMillis(1)))).contains("until must be in the future");
    assertThat(given(snooze(latest)).status()).isEqualTo(200);
  }

  @Test
  void a_snooze_may_be_said_in_any_zone() {
    assertThat(
            said("{" + tip() + ",\"kind\":\"snooze\",\"until\":\"2026-11-24t12:00:00.5+01:00\"}"))
        .isEqualTo("{\"receipt\":\"recorded\",\"id\":\"snooze\"}");
  }

  @Test
  void an_undo_with_its_own_id_may_have_the_longest_target() {
    String target = "x".repeat(256);

    assertThat(said("{" + tip() + ",\"kind\":\"undo\",\"id\":\"u\",\"target\":\"" + target + "\"}"))
        .isEqualTo("{\"receipt\":\"recorded\",\"id\":\"u\"}");
  }

  private String done() {
    return "{" + tip() + ",\"kind\":\"done\"}";
  }

  private String snooze(Instant until) {
    return "{" + tip() + ",\"kind\":\"snooze\",\"until\":\"" + until + "\"}";
  }

  private String tip() {
    return "\"tip\":\"" + tip + "\"";
  }

  private String said(String body) {
    return House.text(given(body));
  }

  private Response given(String body) {
    return House.answer(operations, "giveFeedback", body);
  }
}
