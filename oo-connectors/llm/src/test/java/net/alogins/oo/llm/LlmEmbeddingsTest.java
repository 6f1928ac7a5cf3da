package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.meaning.Meanings;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recommender that sees what titles mean, by a server that does as it is told. */
class LlmEmbeddingsTest {

  private static final UserId ADA = new UserId("ada");
  private static final int COLUMNS = 9;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of {@link #wave}, computed in exact fractions by another program. */
  private static final float[] EXPECTED = {
    1,
    -0.45643547f,
    -0.3955774f,
    -0.2738613f,
    0.09128709f,
    -0.030429032f,
    0.09128709f,
    -0.15214516f,
    -0.21300322f
  };

  private final FakeLlm fake = FakeLlm.start();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T09:00:00Z"));
  private final List<Candidate> there =
      new CopyOnWriteArrayList<>(
          List.of(
              Candidate.of("chores", "1", "Call the plumber, bob@example.org, +49 30 1234567")));
  private final Stores stores = Stores.inMemory();
  private final LlmEmbeddings embeddings =
      LlmEmbeddings.from(Models.at(fake.base()).key("s3cret").embedder("embedder"))
          .longest(Duration.ofMinutes(1))
          .clock(clock)
          .open();
  private final Meanings meanings = Meanings.by(embeddings).clock(clock).open();
  private final Recommender recommender =
      Recommender.from(CandidateSource.immediate(context -> List.copyOf(there)))
          .choosingWith(Policies.standard())
          .stores(stores)
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

  private static float[] wave(int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (i * 37 % 11 - 5) / 4f;
    }
    return vector;
  }

  private void answer(String model, Function<String, float[]> directions) {
    fake.answer(FakeLlm.embedding(model, directions));
  }

  /** What a question sees of the last candidate. */
  private float[] seen() {
    clock.advance(Duration.ofMinutes(1));
    Tip tip = recommender.tip(ADA).tip().orElseThrow();
    Decided decided =
        Recorded.events(Decided.class, stores.log().about(ADA, tip.id())).findFirst().orElseThrow();
    float[] all = new float[decided.slate().features().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = decided.slate().features().get(i);
    }
    return Arrays.copyOfRange(all, all.length - COLUMNS, all.length);
  }

  /** What is seen when {@code counter} has come so far, however often that has to be asked. */
  private float[] seenAfter(String counter, long times) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> {
              seen();
              assertThat(meanings.counters().getOrDefault(counter, 0L))
                  .as("%s of %s, %s", counter, meanings.counters(), embeddings.counters())
                  .isGreaterThanOrEqualTo(times);
            });
    return seen();
  }

  @Test
  void what_a_title_means_is_seen_and_no_more_is_told_than_must_be() {
    answer("nomic", text -> wave(12));

    assertThat(seen()).containsOnly(0);
    assertThat(seenAfter("answered", 1)).containsExactly(EXPECTED);
    assertThat(fake.asked()).hasSize(1);
    assertThat(fake.asked().get(0).path()).isEqualTo("/v1/embeddings");
    assertThat(fake.asked().get(0).authorization()).isEqualTo("Bearer s3cret");
    assertThat(fake.asked().get(0).json().path("model").asText()).isEqualTo("embedder");
    assertThat(fake.asked().get(0).json().path("input").toString())
        .isEqualTo("[\"Call the plumber, (e-mail), (number)\"]");
  }

  @Test
  void a_server_that_hangs_delays_no_tip() {
    fake.answer(Fault.HANGS.answering());
    seen();
    await().atMost(PATIENCE).until(() -> fake.asked().size() == 1);
    long begun = System.nanoTime();

    for (int i = 0; i < 20; i++) {
      assertThat(seen()).containsOnly(0);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    assertThat(fake.asked()).as("one at a time").hasSize(1);
    meanings.close();
    await("closed while it hangs").atMost(PATIENCE).until(() -> !isAsking());
  }

  private static boolean isAsking() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("oo-meaning"));
  }

  @Test
  void without_consent_nothing_is_sent() {
    recommender.profiles().consent(ADA, Consents.standard());
    answer("nomic", text -> wave(12));

    for (int i = 0; i < 5; i++) {
      assertThat(seen()).containsOnly(0);
    }

    recommender.profiles().consent(ADA, Consents.standard().and(Purpose.LLM));
    assertThat(seenAfter("answered", 1)).containsExactly(EXPECTED);
    assertThat(fake.asked()).hasSize(1);
  }

  @Test
  void another_model_behind_the_alias_is_asked_anew() {
    answer("nomic", text -> wave(12));
    assertThat(seenAfter("answered", 1)).containsExactly(EXPECTED);
    answer("mxbai", text -> text.equals("Stretch") ? wave(16) : negative());
    there.add(0, Candidate.of("chores", "2", "Stretch"));
    seenAfter("models", 2);

    float[] fresh = seenAfter("answered", 3);

    assertThat(fresh[1]).isEqualTo(-EXPECTED[1]);
  }

  private static float[] negative() {
    float[] vector = wave(16);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = i < 12 ? -vector[i] : 0;
    }
    return vector;
  }

  @Test
  void numbers_that_are_no_direction_are_counted() {
    answer("nomic", text -> new float[] {1, 2, 3});

    assertThat(seenAfter("rejected.too-short", 1)).containsOnly(0);
    there.set(0, Candidate.of("chores", "2", "Stretch"));
    fake.answer(body(vector("1e39")));
    assertThat(seenAfter("rejected.not-finite", 1)).containsOnly(0);
    there.set(0, Candidate.of("chores", "3", "Sleep"));
    fake.answer(body(vector("NaN")));
    assertThat(seenAfter("failed", 1)).containsOnly(0);
    fake.answer(body("{\"model\":\"m\",\"data\":[]}"));
    assertThat(seenAfter("failed", 3)).containsOnly(0);
    assertThat(embeddings.counters()).containsKey("failed.malformed");
  }

  private static FakeLlm.Answering body(String text) {
    return (exchange, asked, server) -> FakeLlm.send(exchange, 200, text);
  }

  private static String vector(String number) {
    return "{\"object\":\"list\",\"model\":\"nomic\",\"data\":[{\"object\":\"embedding\","
        + "\"index\":0,\"embedding\":[1,2,3,4,5,6,7,8,"
        + number
        + "]}]}";
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ERROR_500",
        "REFUSED_401",
        "THROTTLED",
        "HANGS_UP",
        "REDIRECTS",
        "ENDLESS_BODY",
        "EMPTY",
        "NO_JSON",
        "NO_OBJECT",
        "DEEP"
      })
  void a_server_that_breaks_is_left_alone_and_costs_no_tip(Fault fault) {
    fake.answer(fault.answering());
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              assertThat(seen()).containsOnly(0);
              return embeddings.breaker().equals("OPEN") || fault == Fault.THROTTLED;
            });
    answer("nomic", text -> wave(12));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Guard.REST);
              return Arrays.equals(seen(), EXPECTED);
            });
  }

  @Test
  void without_an_embedder_there_is_nobody_to_ask() {
    assertThatThrownBy(() -> LlmEmbeddings.from(Models.at(fake.base())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("language models must have an embedder but had none");
  }
}
