package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTest {

  static final Form NUMBER =
      Form.of(
          "number",
          """
          {"type":"object","properties":{"score":{"type":"number","minimum":0,"maximum":1}},
           "required":["score"],"additionalProperties":false}
          """);
  static final Rendered QUESTION = new Rendered("how-1", "Be brief.", "How likely?", 1, 0);

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration BRIEF = Duration.ofMillis(500);

  private final FakeLlm model = FakeLlm.start();
  private final Models models = Models.at(model.base()).generator("judge");
  private final Inquiry inquiry = Inquiry.of(models, NUMBER, LONG);

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void an_answer_that_fits_is_given_on_with_what_it_took() {
    model.answer(FakeLlm.content("{\"score\":0.25}"));

    Inquired answer = inquiry.ask(QUESTION, () -> true);

    assertThat(answer.json()).hasValue("{\"score\":0.25}");
    assertThat(answer.refused()).isEmpty();
    assertThat(answer.model()).isEqualTo(FakeLlm.MODEL);
    assertThat(answer.calls()).isEqualTo(1);
    assertThat(answer.tokensIn()).isEqualTo(120);
    assertThat(answer.tokensOut()).isEqualTo(30);
  }

  @Test
  void bounds_of_numbers_hold_here_and_are_not_in_the_schema_that_is_sent() {
    model.answer(FakeLlm.content("{\"score\":1.5}"));

    Inquired answer = inquiry.ask(QUESTION, () -> true);

    assertThat(answer.refused()).isEqualTo("malformed");
    assertThat(model.asked()).hasSize(2);
    assertThat(model.asked().get(0).json().path("response_format").toString())
        .contains("\"required\":[\"score\"]")
        .doesNotContain("minimum")
        .doesNotContain("maximum");
    assertThat(model.asked().get(1).message(2)).isEqualTo(ReplySchema.REPAIR);
  }

  @Test
  void nothing_is_sent_of_whoever_does_not_allow_it() {
    Inquired answer = inquiry.ask(QUESTION, () -> false);

    assertThat(answer.isForbidden()).isTrue();
    assertThat(answer.calls()).isZero();
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void it_is_looked_at_again_before_the_second_call() {
    model.answer(FakeLlm.content("no"));
    Iterator<Boolean> allowed = List.of(true, false).iterator();

    Inquired answer = inquiry.ask(QUESTION, allowed::next);

    assertThat(answer.isForbidden()).isTrue();
    assertThat(answer.calls()).isEqualTo(1);
    assertThat(answer.tokensIn()).isEqualTo(120);
    assertThat(model.asked()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void with_each_fault_there_is_no_answer_in_bounded_time(Fault fault) {
    model.answer(fault.answering());
    long begin = System.nanoTime();

    Inquired answer = Inquiry.of(models, NUMBER, BRIEF).ask(QUESTION, () -> true);

    assertThat(answer.json()).isEmpty();
    assertThat(answer.refused()).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}", "[]"})
  void a_form_is_an_object_of_json(String schema) {
    assertThatThrownBy(() -> Form.of("number", schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("schema 'number' must be a JSON object");
  }

  @Test
  void a_call_is_bounded_in_time() {
    assertThatThrownBy(() -> Inquiry.of(models, NUMBER, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a language model's longest call must be PT0.001S to PT5M but was PT0S");
    assertThatThrownBy(() -> Inquiry.of(models, NUMBER, Duration.ofMinutes(6)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
