package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model that sleeps for ten seconds, beside tasks. */
class OverlapTest {

  private static final UserId ADA = new UserId("sleepless");
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final FakeLlm fake = FakeLlm.start();
  private final LlmSource llm =
      LlmSource.from(Models.at(fake.base()))
          .beside(CandidateSource.immediate(context -> List.of()))
          .patience(Duration.ofMillis(500))
          .open();

  /** They answer once the model is being asked, so that both are busy at that moment. */
  private final CandidateSource chores =
      CandidateSource.named(
          "chores",
          context -> {
            await().until(() -> fake.asked().size() > 1);
            return List.of(Candidate.of("chores", "1", "Water the plants"));
          });

  @AfterEach
  void close() {
    llm.close();
    fake.close();
  }

  /** What has run before does not have to be loaded when it is timed. */
  private void rehearse() {
    await()
        .ignoreExceptionsInstanceOf(Absent.class)
        .until(() -> !llm.candidates(LlmSourceTest.ALLOWED).isEmpty());
  }

  @Test
  void the_decision_shows_that_both_were_asked_at_once_and_the_tip_is_in_time() {
    rehearse();
    fake.answer((exchange, asked, server) -> server.pause(10_000));
    try (Recommender recommender =
        Recommender.from(chores, llm)
            .choosingWith(Policies.standard())
            .consents(Consents.standard().and(Purpose.LLM))
            .deadline(DEADLINE)
            .randomness(new SplittableRandom(1))
            .build()) {
      assertThat(recommender.tip(ADA).tip().orElseThrow().title()).isEqualTo("Water the plants");

      Decided decided =
          Recorded.events(Decided.class, recommender.facts(ADA, 0, 10)).findFirst().orElseThrow();
      var micros =
          decided.stages().stream()
              .collect(Collectors.toMap(Decided.Stage::name, Decided.Stage::micros));
      System.out.println("a model that sleeps: " + micros);
      assertThat(decided.missing()).extracting(Decided.Missing::source).containsExactly("llm");
      assertThat(micros.get("llm from")).isLessThan(micros.get("chores to"));
      assertThat(micros.get("chores from")).isLessThan(micros.get("llm to"));
      assertThat(micros.get("candidates")).isLessThan(1_000 * (DEADLINE.toMillis() + 50));
    }
  }
}
