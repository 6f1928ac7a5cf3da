package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.alogins.oo.candidate.Candidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GenAiTest {

  private static final String TASK = "Water the plants";
  private static final String TIP = "Fill the watering can";

  private final FakeLlm fake = FakeLlm.start();
  private final List<Map<String, Object>> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    fake.close();
  }

  private LlmBuilder source(Models models) {
    return LlmSource.from(models)
        .beside(context -> List.of(Candidate.of("chores", "1", TASK)))
        .patience(Duration.ofSeconds(20))
        .telling(told::add);
  }

  private void ask(Models models) throws Exception {
    try (LlmSource llm = source(models).open()) {
      llm.candidates(LlmSourceTest.ALLOWED);
    }
  }

  private Models models() {
    return Models.at(fake.base()).key("sk-secret");
  }

  private void assertNoContent() {
    assertThat(told.toString())
        .doesNotContainIgnoringCase("water")
        .doesNotContain("ada", "sk-secret", "suggest");
  }

  @Test
  void a_call_is_told_under_the_names_of_the_conventions_without_content() throws Exception {
    fake.answer(FakeLlm.suggesting(TIP));

    ask(models());

    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .containsEntry("gen_ai.operation.name", "chat")
        .containsEntry("gen_ai.provider.name", "openai")
        .containsEntry("gen_ai.request.model", "tip-generator")
        .containsEntry("gen_ai.response.model", FakeLlm.MODEL)
        .containsEntry("gen_ai.usage.input_tokens", 120L)
        .containsEntry("gen_ai.usage.output_tokens", 30L)
        .hasSize(7)
        .extractingByKey("gen_ai.client.operation.duration")
        .asInstanceOf(DOUBLE)
        .isBetween(0.0, 20.0);
    assertNoContent();
  }

  @Test
  void an_embedder_is_told_of_by_its_own_alias() throws Exception {
    fake.answer(LikenessTest::both);

    ask(models().embedder("embedder"));

    assertThat(told).hasSize(2);
    assertThat(told.get(1))
        .containsEntry("gen_ai.operation.name", "embeddings")
        .containsEntry("gen_ai.request.model", "embedder")
        .containsEntry("gen_ai.response.model", "e")
        .doesNotContainKeys("error.type");
    assertNoContent();
  }

  @Test
  void a_call_that_fails_says_why_in_one_word() {
    fake.answer((exchange, asked, server) -> FakeLlm.send(exchange, 500, asked.text()));

    assertThatThrownBy(() -> ask(models())).isInstanceOf(Absent.NotYet.class);

    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .containsOnlyKeys(
            "gen_ai.operation.name",
            "gen_ai.provider.name",
            "gen_ai.request.model",
            "gen_ai.client.operation.duration",
            "error.type")
        .containsEntry("error.type", "outage");
    assertNoContent();
  }

  @Test
  void a_listener_that_throws_changes_nothing() throws Exception {
    fake.answer(FakeLlm.suggesting(TIP));
    try (LlmSource llm =
        source(models())
            .telling(
                names -> {
                  throw new IllegalStateException(names.toString());
                })
            .open()) {
      assertThat(llm.candidates(LlmSourceTest.ALLOWED))
          .extracting(Candidate::title)
          .containsExactly(TIP);

      assertThat(llm.counters()).containsEntry("listener.failed", 1L);
    }
  }
}
