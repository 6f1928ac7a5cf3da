package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggestions by way of a real LiteLLM. */
class LiteLlmTest {

  private static final UserId ADA = new UserId("ada");
  private static final CandidateSource NOTHING = CandidateSource.immediate(context -> List.of());

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private static Path folder;
  private static List<LiteLlm> started = List.of();

  /** One for all tests, each of which is skipped where there is none. */
  @BeforeEach
  void start() throws IOException {
    started = started.isEmpty() ? List.of(LiteLlm.in(folder)) : started;
  }

  @AfterAll
  static void stop() {
    started.forEach(LiteLlm::close);
  }

  private static Models models(String alias, String key) {
    return Models.at(started.get(0).base()).generator(alias).key(key);
  }

  private static LlmSource source(String alias, String key) {
    return LlmSource.from(models(alias, key)).beside(NOTHING).patience(PATIENCE).open();
  }

  private static Recommender over(LlmSource llm) {
    return Recommender.from(llm)
        .choosingWith(Policies.standard())
        .consents(Consents.standard().and(Purpose.LLM))
        .deadline(Duration.ofSeconds(30))
        .randomness(new SplittableRandom(1))
        .build();
  }

  @Test
  void a_suggestion_comes_and_says_which_alias_wrote_it() throws Exception {
    try (LlmSource llm = source("tip-generator", LiteLlm.KEY);
        Recommender recommender = over(llm)) {
      Tip tip = recommender.tip(ADA).tip().orElseThrow();

      assertThat(tip.title()).isEqualTo("Fill the can");
      assertThat(tip.candidate().provenance())
          .isInstanceOfSatisfying(
              Provenance.Generated.class,
              by -> {
                assertThat(by.alias()).isEqualTo("tip-generator");
                assertThat(by.model()).isNotEmpty();
                assertThat(by.promptVersion()).isEqualTo("first-step-1");
              });
      assertThat(llm.counters()).containsEntry("spent.calls", 1L);
      assertThat(llm.counters().getOrDefault("spent.tokens", 0L)).isPositive();
    }
    assertThat(started.get(0).readiness()).isEqualTo(200);
  }

  @Test
  void a_judge_is_asked_by_its_alias_and_answers_in_its_form() {
    Inquiry judge = Inquiry.of(models("judge", LiteLlm.KEY), InquiryTest.NUMBER, PATIENCE);
    Inquiry throttled = Inquiry.of(models("throttled", LiteLlm.KEY), InquiryTest.NUMBER, PATIENCE);

    Inquired answer = judge.ask(InquiryTest.QUESTION, () -> true);

    assertThat(answer.json()).hasValue("{\"score\":0.25}");
    assertThat(answer.tokensIn()).isPositive();
    assertThat(throttled.ask(InquiryTest.QUESTION, () -> true).refused()).isEqualTo("throttled");
  }

  @Test
  void what_it_refuses_is_counted_by_its_kind() {
    for (Map.Entry<String, LlmSource> each :
        Map.of(
                "failed.throttled", source("throttled", LiteLlm.KEY),
                "failed.refused", source("tip-generator", "sk-wrong"))
            .entrySet()) {
      try (LlmSource llm = each.getValue();
          Recommender recommender = over(llm)) {
        assertThat(recommender.tip(ADA).tip()).isEmpty();
        await().until(() -> llm.counters().containsKey(each.getKey()));
      }
    }
  }
}
