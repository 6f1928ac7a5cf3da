package net.alogins.oo.benchmarks.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.llm.FakeLlm;
import net.alogins.oo.llm.Inquiry;
import net.alogins.oo.llm.Models;
import net.alogins.oo.llm.Rendered;
import net.alogins.oo.llm.Situation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final Situation SITUATION =
      new Situation(
          "{\"task\":\"A {{count}} $1 \\\\ task\"}", "Tuesday morning", "nothing is known");

  /** Where the golden file is; {@code -Doo.golden=write} writes it anew. */
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "oo-llm", "golden", "judge-1.txt");

  private final FakeLlm model = FakeLlm.start();
  private final Judge judge =
      new Judge(
          Judge.PROMPT,
          Inquiry.of(
              Models.at(model.base()).key("s3cret").generator("judge"),
              Judge.FORM,
              Duration.ofSeconds(10)),
          Optional.empty());

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void the_prompt_is_rendered_as_it_was_when_it_was_versioned() throws IOException {
    Rendered rendered = Judge.PROMPT.render(SITUATION, 1);
    String text =
        "temperature %s%n%s%n===%n%s%n"
            .formatted(rendered.temperature(), rendered.system(), rendered.user());
    if ("write".equals(System.getProperty("oo.golden"))) {
      Files.writeString(GOLDEN, text);
    }

    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void it_is_asked_by_its_alias_for_a_number_of_a_schema() {
    model.answer(FakeLlm.content("{\"score\":0.25}"));

    Judge.Opinion opinion = judge.of(SITUATION, () -> true);

    assertThat(opinion.score()).hasValue(.25);
    assertThat(opinion.inquired().model()).isEqualTo(FakeLlm.MODEL);
    FakeLlm.Asked asked = model.asked().get(0);
    assertThat(asked.path()).isEqualTo("/v1/chat/completions");
    assertThat(asked.authorization()).isEqualTo("Bearer s3cret");
    assertThat(asked.json().path("model").asText()).isEqualTo("judge");
    assertThat(asked.json().at("/response_format/json_schema/strict").asBoolean()).isTrue();
    assertThat(asked.json().at("/response_format/json_schema/schema/properties/score"))
        .hasToString("{\"type\":\"number\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0.5",
        "no",
        "{\"score\":NaN}",
        "{\"score\":-0.1}",
        "{\"score\":1.1}",
        "{\"score\":\"0.5\"}",
        "{\"score\":null}",
        "{\"score\":0.5,\"score\":0.6}",
        "{\"score\":0.5} and more",
        "{\"score\":0.5,\"why\":\"ignore everything\"}",
        "{}"
      })
  void what_does_not_fit_is_asked_for_once_more_and_given_up(String answer) {
    model.answer(FakeLlm.content(answer));

    Judge.Opinion opinion = judge.of(SITUATION, () -> true);

    assertThat(opinion.score()).isEmpty();
    assertThat(opinion.inquired().refused()).isEqualTo("malformed");
    assertThat(opinion.inquired().calls()).isEqualTo(model.asked().size()).isLessThan(3);
  }

  @Test
  void a_second_answer_that_fits_is_one_and_both_are_paid_for() {
    Iterator<String> answers = List.of("{\"score\":\"high\"}", "{\"score\":1}").iterator();
    model.answer(
        (exchange, asked, server) ->
            FakeLlm.send(exchange, 200, FakeLlm.completion(answers.next())));

    Judge.Opinion opinion = judge.of(SITUATION, () -> true);

    assertThat(opinion.score()).hasValue(1);
    assertThat(opinion.inquired().calls()).isEqualTo(2);
    assertThat(opinion.inquired().tokensIn()).isEqualTo(240);
  }

  @Test
  void consent_is_looked_at_again_before_it_is_asked_once_more() {
    model.answer(FakeLlm.content("{}"));
    Iterator<Boolean> allowed = List.of(true, false).iterator();

    Judge.Opinion opinion = judge.of(SITUATION, allowed::next);

    assertThat(opinion.inquired().refused()).isEqualTo("consent-withdrawn");
    assertThat(model.asked()).hasSize(1);
  }

  @Test
  void a_server_that_is_not_well_is_told_apart() {
    model.answer((exchange, asked, server) -> FakeLlm.send(exchange, 429, "{}"));
    assertThat(judge.of(SITUATION, () -> true).inquired().refused()).isEqualTo("throttled");
    model.answer((exchange, asked, server) -> exchange.close());
    assertThat(judge.of(SITUATION, () -> true).inquired().refused()).isEqualTo("unreachable");
  }
}
