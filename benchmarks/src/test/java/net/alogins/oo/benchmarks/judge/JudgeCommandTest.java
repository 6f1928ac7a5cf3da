package net.alogins.oo.benchmarks.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.alogins.oo.llm.FakeLlm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--llm", model.base().toString()));
    CommandLine command = new CommandLine(new JudgeCommand(new Cloud(Map.of(), Cloud.ANTHROPIC)));
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
}
