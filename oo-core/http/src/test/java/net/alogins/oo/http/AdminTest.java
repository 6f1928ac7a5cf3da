package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.tip.Replay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminTest {

  /** One that refuses while it is broken, and waits while there is a gate. */
  private static final class Moody implements RewardRule {

    private volatile boolean isBroken;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final CountDownLatch waiting = new CountDownLatch(1);

    @Override
    public Optional<Reward> reward(Answers answers) {
      if (isBroken) {
        throw new IllegalStateException("not today");
      }
      if (gate.getCount() > 0) {
        waiting.countDown();
        await(gate);
      }
      return RewardRule.standard().reward(answers);
    }

    @Override
    public RewardRange range() {
      return RewardRule.standard().range();
    }
  }

  private final Moody rule = new Moody();
  private final ManualScheduler scheduler = new ManualScheduler();
  private final Recommender recommender =
      House.builder(ManualClock.at(House.START))
          .rewards(rule)
          .scheduler(scheduler)
          .shadow(Policies.named("uniform"))
          .build();
  private final List<Operation> operations = Operations.of(recommender);

  @AfterEach
  void close() {
    recommender.close();
  }

  @Test
  void a_dead_letter_is_listed_and_driven_again_for_whom_it_concerns() {
    rule.isBroken = true;
    TipId tip = dismissed();
    rule.isBroken = false;
    String redrive = "/v1/admin/dead-letters/" + tip + "/redrive";

    assertThat(get("deadLetters", "/v1/admin/dead-letters", ""))
        .contains("\"user\":\"ada\",\"tip\":\"" + tip + "\"", "not today", "\"redriven\":false");
    assertThat(post("redrive", redrive, "{\"user\":\"bob\"}")).contains("\"status\":404");
    assertThat(post("redrive", redrive, "{\"user\":\"ada\"}")).isEqualTo("{\"learned\":true}");
    assertThat(get("deadLetters", "/v1/admin/dead-letters", "")).isEqualTo("{\"deadLetters\":[]}");
  }

  @Test
  void what_still_cannot_be_learned_stays_and_is_tried_once() {
    rule.isBroken = true;
    String redrive = "/v1/admin/dead-letters/" + dismissed() + "/redrive";

    assertThat(post("redrive", redrive, "{\"user\":\"ada\"}")).isEqualTo("{\"learned\":false}");
    rule.isBroken = false;
    assertThat(post("redrive", redrive, "{\"user\":\"ada\"}")).isEqualTo("{\"learned\":false}");
    assertThat(get("deadLetters", "/v1/admin/dead-letters", "")).contains("\"redriven\":true");
  }

  @Test
  void a_shadows_scores_are_there_when_it_has_come_so_far() {
    String decision = "/v1/admin/decisions/" + recommender.tip(House.ADA).tip().orElseThrow().id();

    assertThat(get("decision", decision, "user=ada")).contains("\"shadows\":[]");
    scheduler.run();
    scheduler.run();
    assertThat(get("decision", decision, "user=ada"))
        .contains("\"shadows\":[{\"policy\":\"uniform\",\"seq\":0,\"scores\":[0.0,0.0,0.0]");
  }

  @Test
  void one_learns_everything_again_and_the_next_is_told_to_wait() {
    TipId tip = dismissed();
    rule.gate = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(() -> post("rebuild", "/v1/admin/rebuild", "{}"));
    await(rule.waiting);

    String replay = "/v1/admin/decisions/" + tip + "/replay";
    assertThat(post("rebuild", "/v1/admin/rebuild", "{}")).contains("\"status\":409");
    assertThat(post("replay", replay, "{\"user\":\"ada\"}")).contains("\"status\":409");

    rule.gate.countDown();
    assertThat(first.join()).contains("\"stateHash\"");
    assertThat(post("replay", replay, "{\"user\":\"ada\"}"))
        .isEqualTo("{\"verdict\":\"identical\"}");
  }

  @Test
  void each_outcome_of_a_replay_has_its_word() {
    assertThat(WireReplay.of(new Replay.Different("score")))
        .isEqualTo(new WireReplay("different", Optional.of("score")));
    assertThat(WireReplay.of(new Replay.NotReexecutable("gone")))
        .isEqualTo(new WireReplay("not-reexecutable", Optional.of("gone")));
  }

  private TipId dismissed() {
    TipId tip = recommender.tip(House.ADA).tip().orElseThrow().id();
    recommender.react(House.ADA, Reaction.dismiss(tip));
    return tip;
  }

  private String get(String id, String path, String query) {
    return answer(id, path, query, "");
  }

  private String post(String id, String path, String body) {
    return answer(id, path, "", body);
  }

  private String answer(String id, String path, String query, String body) {
    Caller operator = new Caller(Optional.of(new UserId("olga")), Role.OPERATOR, Optional.empty());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Request request =
        new Request(operator, path, query, House.JSON, new ByteArrayInputStream(bytes));
    return House.text(House.named(operations, id).answer(request));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException("a test must not be interrupted", interrupt);
    }
  }
}
