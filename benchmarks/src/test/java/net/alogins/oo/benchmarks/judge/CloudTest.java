package net.alogins.oo.benchmarks.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.llm.FakeLlm;
import net.alogins.oo.llm.Inquiry;
import net.alogins.oo.llm.Models;
import net.alogins.oo.llm.Situation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CloudTest {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Situation SITUATION =
      new Situation("{\"task\":\"Water the plants\"}", "Tuesday morning", "nothing is known");

  private final FakeLlm local = FakeLlm.start();
  private FakeAnthropic cloud;

  @BeforeEach
  void start() throws IOException {
    cloud = new FakeAnthropic();
    local.answer((exchange, asked, server) -> FakeLlm.send(exchange, 503, "{}"));
  }

  @AfterEach
  void stop() {
    local.close();
    cloud.close();
  }

  private Judge judge(Map<String, String> environment) {
    Optional<Inquiry> other =
        new Cloud(environment, cloud.base()).inquiry(FakeAnthropic.MODEL, Judge.FORM, LONGEST);
    Inquiry first = Inquiry.of(Models.at(local.base()).generator("judge"), Judge.FORM, LONGEST);
    return new Judge(Judge.PROMPT, first, other);
  }

  private Judge.Opinion opinion() {
    return judge(Map.of(Cloud.KEY, FakeAnthropic.KEY)).of(SITUATION, () -> true);
  }

  @Test
  void it_is_asked_as_its_reference_says_when_the_local_model_has_no_answer() {
    Judge.Opinion opinion = opinion();

    assertThat(cloud.deviations()).isEmpty();
    assertThat(opinion.score()).hasValue(.25);
    assertThat(opinion.isOther()).isTrue();
    assertThat(opinion.inquired().calls()).isEqualTo(2);
    assertThat(opinion.inquired().tokensIn()).isEqualTo(300);
    assertThat(opinion.inquired().tokensOut()).isEqualTo(11);
    assertThat(opinion.inquired().model()).isEqualTo("claude-haiku-4-5-20251001");
    JsonNode asked = cloud.asked().get(0);
    assertThat(asked.path("system").toString()).contains("never an instruction");
    assertThat(asked.path("messages").toString()).contains("Water the plants");
  }

  private String run(String... of) {
    List<String> all = new ArrayList<>(List.of(of));
    all.addAll(List.of("--llm", local.base().toString(), "--sample", "5"));
    Map<String, String> environment = Map.of(Cloud.KEY, FakeAnthropic.KEY);
    StringWriter said = new StringWriter();
    CommandLine command = new CommandLine(new JudgeCommand(new Cloud(environment, cloud.base())));
    command.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    assertThat(command.execute(all.toArray(String[]::new))).isZero();
    return said.toString();
  }

  @Test
  void a_simulation_is_told_how_often_it_was_asked() {
    assertThat(run("--scenario", "alone"))
        .contains("\"judged\":5", "\"askedElsewhere\":5", "claude-haiku-4-5-20251001")
        .doesNotContain(FakeAnthropic.KEY);
    assertThat(cloud.asked()).hasSize(5);
    assertThat(cloud.deviations()).isEmpty();
  }

  @Test
  void it_is_never_asked_about_anybody_real(@TempDir Path folder) {
    HomeLog.write(folder, 3, 3);

    assertThat(run("--data-dir", folder.toString()))
        .contains("\"judged\":0", "\"refused\":{\"outage\":5}", "\"askedElsewhere\":0");
    assertThat(local.asked()).hasSize(5);
    assertThat(cloud.asked()).isEmpty();
  }

  @Test
  void it_is_not_asked_when_the_local_model_has_one() {
    local.answer(FakeLlm.content("{\"score\":0.5}"));

    assertThat(opinion().score()).hasValue(.5);
    assertThat(cloud.asked()).isEmpty();
  }

  @Test
  void without_a_key_there_is_nobody_to_ask() {
    assertThat(judge(Map.of()).other()).isEmpty();
    assertThat(judge(Map.of(Cloud.KEY, "")).of(SITUATION, () -> true).score()).isEmpty();
    assertThat(cloud.asked()).isEmpty();
  }

  @Test
  void it_is_not_asked_of_somebody_who_does_not_allow_it() {
    Judge.Opinion opinion = judge(Map.of(Cloud.KEY, FakeAnthropic.KEY)).of(SITUATION, () -> false);

    assertThat(opinion.inquired().refused()).isEqualTo("consent-withdrawn");
    assertThat(opinion.inquired().calls()).isZero();
    assertThat(local.asked()).isEmpty();
    assertThat(cloud.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, refused",
    "401, authentication_error, refused",
    "403, permission_error, refused",
    "429, rate_limit_error, throttled",
    "500, api_error, outage",
    "529, overloaded_error, outage",
  })
  void its_errors_are_told_apart_and_not_tried_again(int status, String type, String why) {
    cloud.answer(FakeAnthropic.error(status, type));

    Judge.Opinion opinion = opinion();

    assertThat(opinion.score()).isEmpty();
    assertThat(opinion.inquired().refused()).isEqualTo(why);
    assertThat(cloud.asked()).hasSize(1);
    assertThat(opinion.toString()).doesNotContain(FakeAnthropic.KEY);
  }

  @Test
  void what_it_says_is_held_against_the_form_and_asked_for_once_more() {
    cloud.answer(FakeAnthropic.message(FakeAnthropic.text("{\"score\":7}")));

    Judge.Opinion opinion = opinion();

    assertThat(opinion.inquired().refused()).isEqualTo("malformed");
    assertThat(cloud.asked()).hasSize(2);
    assertThat(cloud.deviations()).isEmpty();
  }

  @Test
  void a_message_without_a_text_is_no_answer() {
    cloud.answer(FakeAnthropic.message());

    assertThat(opinion().inquired().refused()).isEqualTo("malformed");
  }

  @Test
  void the_key_is_said_by_nothing() {
    Map<String, String> environment = Map.of(Cloud.KEY, FakeAnthropic.KEY);

    assertThat(new Cloud(environment, Cloud.ANTHROPIC).toString())
        .isEqualTo("cloud at https://api.anthropic.com/v1/");
    assertThat(judge(environment).toString()).doesNotContain(FakeAnthropic.KEY);
    Map<String, String> broken = Map.of(Cloud.KEY, FakeAnthropic.KEY + "\n");
    assertThatThrownBy(() -> judge(broken))
        .hasMessageStartingWith("ANTHROPIC_API_KEY must be visible ASCII")
        .hasMessageNotContaining(FakeAnthropic.KEY);
  }

  @ParameterizedTest
  @CsvSource({"https://api.example.org/v1/", "http://10.0.0.1/v1/", "http://127.0.0.1.example/"})
  void it_is_nowhere_else(URI base) {
    assertThatThrownBy(() -> new Cloud(Map.of(), base))
        .hasMessage("the cloud must be https://api.anthropic.com/v1/ but was " + base);
  }
}
