package net.alogins.oo.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.context.Context;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.testkit.CandidateSourceContract;
import net.alogins.oo.testkit.SampleContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LlmSourceTest extends CandidateSourceContract {

  static final Context ALLOWED = SampleContexts.allowing(Consents.standard().and(Purpose.LLM));
  private static final CandidateSource CHORES =
      context ->
          List.of(
              Candidate.of("chores", "1", "Water the plants").minutes(30),
              Candidate.of("chores", "2", "Call the plumber").priority(1));

  private final FakeLlm fake = FakeLlm.start();
  private final LlmSource llm = opened().open();

  private LlmBuilder opened() {
    return LlmSource.from(Models.at(fake.base()).key("sk-secret"))
        .beside(CHORES)
        .patience(Duration.ofSeconds(20));
  }

  @AfterEach
  void close() {
    llm.close();
    fake.close();
  }

  @Override
  protected CandidateSource source() {
    return llm;
  }

  @Override
  protected Context context() {
    return ALLOWED;
  }

  @Test
  void a_suggestion_says_what_wrote_it() throws Exception {
    Candidate suggestion = llm.candidates(ALLOWED).get(0);

    assertThat(suggestion.title()).isEqualTo("Fill the watering can");
    assertThat(suggestion.kind()).isEqualTo("suggestion");
    assertThat(suggestion.minutes()).hasValue(10);
    assertThat(suggestion.provenance())
        .isEqualTo(new Provenance.Generated("tip-generator", FakeLlm.MODEL, "first-step-1"));
    assertThat(suggestion.attributes().text("llm.call")).contains("chatcmpl-1");
    assertThat(suggestion.attributes().number("llm.tokensIn")).hasValue(120);
    assertThat(suggestion.attributes().number("llm.tokensOut")).hasValue(30);
    assertThat(suggestion.attributes().number("llm.temperature")).hasValue(0.7);
    assertThat(suggestion.attributes().number("llm.millis")).isPresent();
  }

  @Test
  void the_alias_is_asked_once_with_a_strict_schema_and_the_key() throws Exception {
    llm.candidates(ALLOWED);

    assertThat(fake.asked()).hasSize(1);
    FakeLlm.Asked asked = fake.asked().get(0);
    assertThat(asked.path()).isEqualTo("/v1/chat/completions");
    assertThat(asked.authorization()).isEqualTo("Bearer sk-secret");
    assertThat(asked.json().path("model").asText()).isEqualTo("tip-generator");
    JsonNode format = asked.json().path("response_format");
    assertThat(format.path("type").asText()).isEqualTo("json_schema");
    assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();
    assertThat(format.path("json_schema").path("schema").path("required").path(0).asText())
        .isEqualTo("suggestions");
    assertThat(asked.json().has("tools")).isFalse();
    assertThat(asked.json().path("stream").asBoolean()).isFalse();
    assertThat(asked.message(1)).contains("Water the plants").doesNotContain("ada");
  }

  @Test
  void without_a_key_none_is_sent() throws Exception {
    try (LlmSource open =
        LlmSource.from(Models.at(fake.base()))
            .beside(CHORES)
            .patience(Duration.ofSeconds(20))
            .open()) {
      open.candidates(ALLOWED);
    }

    assertThat(fake.asked()).extracting(FakeLlm.Asked::authorization).containsExactly("");
  }

  @Test
  void whoever_does_not_allow_it_is_not_asked_about() throws Exception {
    assertThat(llm.candidates(SampleContexts.plain())).isEmpty();

    assertThat(fake.asked()).isEmpty();
  }

  @Test
  void a_consent_taken_back_meanwhile_holds_before_the_call() {
    try (LlmSource strict = opened().consents(user -> Consents.standard()).open()) {
      assertThatThrownBy(() -> strict.candidates(ALLOWED)).isInstanceOf(Absent.NotYet.class);

      assertThat(strict.counters()).containsEntry("failed.consent-withdrawn", 1L);
    }
    assertThat(fake.asked()).isEmpty();
  }

  @Test
  void an_answer_that_does_not_fit_is_asked_for_once_more() throws Exception {
    fake.answer(
        (exchange, asked, server) ->
            (server.asked().size() == 1
                    ? FakeLlm.content("{\"tips\": []}")
                    : FakeLlm.suggesting("Fill the can"))
                .answer(exchange, asked, server));

    assertThat(llm.candidates(ALLOWED))
        .extracting(Candidate::title)
        .containsExactly("Fill the can");
    assertThat(fake.asked()).hasSize(2);
    assertThat(fake.asked().get(1).message(2)).isEqualTo(ReplySchema.REPAIR);
  }

  @Test
  void an_answer_that_never_fits_is_none() {
    fake.answer(FakeLlm.content("I would suggest to breathe."));

    assertThatThrownBy(() -> llm.candidates(ALLOWED)).isInstanceOf(Absent.NotYet.class);

    assertThat(fake.asked()).hasSize(2);
    assertThat(llm.counters()).containsEntry("failed.malformed", 1L).containsEntry("repairs", 1L);
  }
}
