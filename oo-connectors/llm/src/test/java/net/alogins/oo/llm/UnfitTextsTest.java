package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.meaning.Embeddings;
import net.alogins.oo.meaning.Meanings;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An embedder that takes some texts, and others not. */
class UnfitTextsTest {

  private static final UserId ADA = new UserId("ada");
  private static final float[] DIRECTION = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  private final FakeLlm fake = FakeLlm.start();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final ManualScheduler behind = new ManualScheduler();
  private final List<Candidate> there = new CopyOnWriteArrayList<>();
  private final LlmEmbeddings embeddings =
      LlmEmbeddings.from(Models.at(fake.base()).embedder("embedder")).clock(clock).open();
  private final Meanings meanings = Meanings.by(embeddings).clock(clock).scheduler(behind).open();
  private final Recommender recommender =
      Recommender.from(CandidateSource.immediate(context -> List.copyOf(there)))
          .choosingWith(Policies.standard())
          .features(meanings.features())
          .consents(Consents.standard().and(Purpose.LLM))
          .openFor(Duration.ofMillis(1))
          .clock(clock)
          .randomness(new SplittableRandom(1))
          .build();

  @AfterEach
  void close() {
    recommender.close();
    fake.close();
    meanings.close();
  }

  /** What is answered to whoever asks for nothing of "Stretch", and else {@code status}. */
  private static FakeLlm.Answering breakingAt(int status) {
    return (exchange, asked, server) -> {
      if (asked.json().path("input").toString().contains("Stretch")) {
        FakeLlm.send(exchange, status, "{\"error\":{}}");
      } else {
        FakeLlm.embedding("nomic", text -> DIRECTION).answer(exchange, asked, server);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422, 500})
  void a_text_that_breaks_the_server_takes_no_other_with_it(int status) {
    fake.answer(breakingAt(status));
    for (int i = 0; i < 20; i++) {
      there.add(0, Candidate.of("chores", "more " + i, i == 7 ? "Stretch" : "More " + i));
    }

    recommender.tip(ADA);
    behind.run();

    assertThat(meanings.counters()).containsEntry("answered", 19L).containsEntry("refused", 1L);
    assertThat(embeddings.breaker()).isEqualTo("CLOSED");
    int asked = fake.asked().size();
    assertThat(asked).isLessThanOrEqualTo(11);
    clock.advance(Duration.ofMinutes(1));
    recommender.tip(ADA);
    behind.run();
    assertThat(fake.asked()).as("left alone").hasSize(asked);
  }

  @Test
  void unfit_texts_do_not_keep_the_server_from_being_asked() {
    fake.answer((exchange, asked, server) -> FakeLlm.send(exchange, 400, "{}"));
    for (int i = 0; i < 10; i++) {
      List<String> text = List.of("text " + i);
      assertThatThrownBy(() -> embeddings.of(text)).isInstanceOf(Embeddings.Refused.class);
    }

    assertThat(embeddings.breaker()).isEqualTo("CLOSED");
    assertThat(embeddings.counters()).containsEntry("failed.refused", 10L);
  }

  @Test
  void who_is_left_alone_was_not_asked() {
    fake.answer(Fault.REFUSED_401.answering());
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> embeddings.of(List.of("one", "two"))).isInstanceOf(Failure.class);
    }

    assertThatThrownBy(() -> embeddings.of(List.of("one"))).isInstanceOf(Embeddings.NotAsked.class);
    assertThat(fake.asked()).hasSize(4);
  }
}
