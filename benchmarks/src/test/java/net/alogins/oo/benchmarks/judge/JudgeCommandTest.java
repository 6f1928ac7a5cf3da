package net.alogins.oo.benchmarks.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.llm.FakeLlm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class JudgeCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final FakeLlm model = FakeLlm.start();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stop() {
    model.close();
  }

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--llm", model.base().toString()));
    CommandLine command =
        new CommandLine(new JudgeCommand(new Cloud(environment, Cloud.ANTHROPIC)));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(all.toArray(String[]::new));
  }

  private JsonNode json() throws IOException {
    List<String> lines = out.toString().lines().toList();
    return JSON.readTree(lines.get(lines.size() - 1));
  }

  private void foresee() {
    model.answer(
        (exchange, asked, server) -> {
          double score = asked.message(1).contains("Easy") ? .9 : .1;
          FakeLlm.send(exchange, 200, FakeLlm.completion("{\"score\":" + score + "}"));
        });
  }

  private String[] ofServer(String... more) {
    List<String> all = new ArrayList<>(List.of("--data-dir", folder.toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Easy and hard are as likely: of one done and one not, that is what the scores can tell. */
  private static double trueAuc() {
    double done = HomeLog.EASY / (HomeLog.EASY + HomeLog.HARD);
    double not = (1 - HomeLog.EASY) / (2 - HomeLog.EASY - HomeLog.HARD);
    return done * (1 - not) + (done * not + (1 - done) * (1 - not)) / 2;
  }

  @Test
  void tips_of_a_log_are_judged_and_the_intervals_hold_the_truth() throws IOException {
    HomeLog.write(folder, 11, 10);
    foresee();

    assertThat(run(ofServer())).as(err.toString()).isZero();

    JsonNode json = json();
    JsonNode auc = json.at("/judge/auc");
    assertThat(trueAuc())
        .isBetween(auc.path("lower").doubleValue(), auc.path("upper").doubleValue());
    assertThat(auc.path("lower").doubleValue()).isGreaterThan(.5);
    assertThat(json.path("judged").intValue()).isEqualTo(100);
    assertThat(json.path("forbidden").intValue()).isEqualTo(10);
    assertThat(json.path("people").intValue()).isEqualTo(10);
    assertThat(json.path("groups").asText()).isEqualTo("person");
    assertThat(json.at("/cost/calls").intValue()).isEqualTo(100);
    assertThat(model.asked()).hasSize(100);
  }

  @Test
  void nothing_is_told_but_what_was_known_then_and_not_by_name() {
    HomeLog.write(folder, 2, 4);
    foresee();

    assertThat(run(ofServer())).isZero();

    assertThat(model.asked()).hasSize(4);
    for (FakeLlm.Asked asked : model.asked()) {
      assertThat(asked.text()).doesNotContain("person-").doesNotContain("@example.org");
      assertThat(asked.message(1)).contains("thing, tell (e-mail)").contains("\"minutes\":10");
    }
    assertThat(model.asked().get(0).message(1))
        .contains("It is Monday")
        .contains("What they did lately: nothing is known");
  }

  @Test
  void answers_that_are_none_are_counted_by_their_reason() throws IOException {
    HomeLog.write(folder, 3, 3);
    AtomicInteger turn = new AtomicInteger();
    model.answer(
        (exchange, asked, server) -> {
          int status = turn.getAndIncrement() % 2 == 0 ? 200 : 503;
          FakeLlm.send(exchange, status, FakeLlm.completion("{\"score\":0.5}"));
        });

    assertThat(run(ofServer("--sample", "4"))).isZero();

    assertThat(json().path("sampled").intValue()).isEqualTo(4);
    assertThat(json().path("judged").intValue()).isEqualTo(2);
    assertThat(json().at("/refused/outage").intValue()).isEqualTo(2);
    assertThat(json().at("/judge/spearman/value").isNull()).isTrue();
    assertThat(json().at("/judge/auc/constant").doubleValue()).isEqualTo(.5);
  }

  @Test
  void nothing_is_sent_of_people_who_do_not_allow_it() throws IOException {
    HomeLog.write(folder, 1, 4);

    assertThat(run(ofServer())).isZero();

    assertThat(json().path("forbidden").intValue()).isEqualTo(4);
    assertThat(json().path("judged").intValue()).isZero();
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void tips_of_a_simulation_are_judged_likewise() throws IOException {
    model.answer(
        (exchange, asked, server) -> {
          boolean isSoon = asked.message(1).contains("\"due_in_days\":-1");
          String score = isSoon ? "0.5" : "0.25";
          FakeLlm.send(exchange, 200, FakeLlm.completion("{\"score\":" + score + "}"));
        });

    assertThat(run("--scenario", "alone", "--sample", "30")).isZero();

    assertThat(json().path("judged").intValue()).isEqualTo(30);
    assertThat(json().path("ended").intValue()).isGreaterThan(100);
    assertThat(model.asked().get(0).message(1)).contains("Chore of kind").contains("\"priority\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--sample, 0, --sample must be 1 to 1000000 but was 0",
    "--longest, 301, --longest must be 1 to 300 but was 301",
    "--judge-model, ' ', language model alias ' ' must be 1 to 128 letters",
    "--policy, vowpal, a policy must be named standard",
    "--data-dir, no/such/folder, --data-dir must hold oo.db but was no/such/folder",
  })
  void wrong_usage_is_named(String option, String value, String rule) throws IOException {
    Files.createFile(folder.resolve("oo.db"));
    boolean isFolder = option.equals("--data-dir");

    assertThat(isFolder ? run(option, value) : run(ofServer(option, value))).isEqualTo(2);
    assertThat(err.toString()).contains(rule);
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void a_key_of_the_cloud_that_is_none_is_named_without_its_words() {
    assertThat(run(Map.of(Cloud.KEY, "s3cret\n"), "--scenario", "alone")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("ANTHROPIC_API_KEY must be visible ASCII")
        .doesNotContain("s3cret")
        .doesNotContain("\tat ");
  }

  @Test
  void a_log_that_is_in_use_is_left_alone() {
    HomeLog.write(folder, 1, 1);
    try (SqliteStores kept = SqliteStores.open(folder.resolve("oo.db"), new TenantId("home"))) {
      assertThat(kept.stores().log().isVolatile()).isFalse();
      assertThat(run(ofServer())).isEqualTo(1);
    }
    assertThat(err.toString()).startsWith("oo: --data-dir ").doesNotContain("\tat ");
  }

  @Test
  void it_is_one_of_a_log_and_a_simulation() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("--data-dir").contains("--scenario");
    assertThat(run(ofServer("--scenario", "alone"))).isEqualTo(2);
    assertThat(run("--scenario", "mars")).isEqualTo(2);
    assertThat(err.toString()).contains("--scenario must be one of static, delay");
  }
}
