package net.alogins.oo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void a_world_is_played_and_the_last_line_is_json() throws Exception {
    assertThat(run("tipsim", "--seeds", "1-3", "--scenario", "alone")).isZero();

    List<String> lines = out.toString().lines().toList();
    JsonNode json = new ObjectMapper().readTree(lines.get(lines.size() - 1));
    JsonNode alone = json.at("/scenarios/alone");
    assertThat(alone.at("/standard/closed loop/0").doubleValue()).isBetween(.2, 1.);
    assertThat(alone.at("/oracle/closed loop/0").doubleValue()).isEqualTo(1);
    assertThat(lines).anyMatch(line -> line.startsWith("standard - two-stage, closed loop: "));
  }

  @Test
  void a_folder_is_played_and_compared(@TempDir Path folder) throws Exception {
    StringBuilder toy = new StringBuilder("a,b,label\n");
    for (int i = 0; i < 200; i++) {
      toy.append("%d,%d,%s%n".formatted(i % 2, i % 3, i % 2 == 0 ? "even" : "odd"));
    }
    Files.writeString(folder.resolve("toy.csv"), toy);
    Path anchors = folder.resolve("anchors.json");
    Files.writeString(anchors, "{\"toy\": {\"vw_best_reward\": 0.5, \"vw_oaa\": 1}}");

    assertThat(
            run(
                "quality",
                "--data",
                folder.toString(),
                "--seeds",
                "1-2",
                "--anchors",
                anchors.toString()))
        .isZero();

    List<String> lines = out.toString().lines().toList();
    JsonNode toys = new ObjectMapper().readTree(lines.get(lines.size() - 1)).at("/sets/toy");
    assertThat(toys.at("/linear-upper-bound-0.25/reward").doubleValue()).isGreaterThan(.95);
    assertThat(toys.at("/uniform/reward").doubleValue()).isBetween(.35, .65);
    assertThat(lines)
        .anyMatch(line -> line.contains("linear-upper-bound-0.25: ") && line.contains("1 of 1"));
  }

  /** Action 1 is right where a is 1, action 0 where it is 0; the log tried both. */
  @Test
  void what_a_log_teaches_is_judged(@TempDir Path folder) throws Exception {
    StringBuilder toy = new StringBuilder("a,action,reward\n");
    for (int i = 0; i < 400; i++) {
      int action = i / 2 % 2;
      toy.append("%d,%d,%d%n".formatted(i % 2, action, i % 2 == action ? 1 : 0));
    }
    Path file = Files.writeString(folder.resolve("toy.csv"), toy);

    assertThat(run("logged", "--data", file.toString(), "--folds", "2")).isZero();

    JsonNode json = json();
    assertThat(json.at("/logged").doubleValue()).isEqualTo(.5);
    assertThat(json.at("/auc").doubleValue()).isGreaterThan(.99);
    assertThat(json.at("/values/snips/0").doubleValue()).isGreaterThan(.95);
  }

  @Test
  void a_log_that_cannot_be_judged_is_named() {
    assertThat(run("logged", "--data", "no/such/file", "--folds", "1")).isEqualTo(64);
    assertThat(err.toString()).contains("--folds must be 2 or more but was 1");
    assertThat(run("logged", "--data", "no/such/file")).isEqualTo(1);
    assertThat(err.toString()).contains("no/such/file");
  }

  @Test
  void a_folder_that_cannot_be_read_is_named() {
    assertThat(run("quality", "--data", "no/such/folder")).isEqualTo(1);
    assertThat(err.toString()).contains("no/such/folder");
  }

  @Test
  void a_policy_that_is_not_known_is_named() {
    assertThat(run("quality", "--data", "data", "--policy", "vowpal")).isEqualTo(64);
    assertThat(err.toString()).contains("a policy must be named standard");
  }

  private JsonNode json() throws Exception {
    List<String> lines = out.toString().lines().toList();
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }

  @Test
  void what_is_beside_the_path_is_timed() throws Exception {
    assertThat(run("load", "--rounds", "1", "--seconds", ".1")).isZero();

    assertThat(json().at("/learning/ratio").doubleValue()).isPositive();
    assertThat(json().at("/shadows/alone").doubleValue()).isPositive();
    assertThat(json().at("/shadows/lag").isNumber()).isTrue();
  }

  @Test
  void every_tip_that_is_served_is_in_the_log() throws Exception {
    assertThat(run("serve", "--rounds", "1", "--seconds", ".2", "--callers", "3")).isZero();

    assertThat(json().at("/memory/perSecond").doubleValue()).isPositive();
    assertThat(json().at("/sqlite/ratio").doubleValue()).isPositive();
  }

  @Test
  void growth_is_drawn(@TempDir Path folder) throws Exception {
    Path picture = folder.resolve("scale.svg");

    assertThat(
            run(
                "scale",
                "--most",
                "100",
                "--times",
                "2",
                "--seconds",
                ".05",
                "--svg",
                picture.toString()))
        .isZero();

    assertThat(json().at("/curves")).hasSize(10);
    assertThat(json().at("/curves/0/points")).hasSize(4);
    assertThat(json().at("/curves/2/points")).hasSize(2);
    assertThat(json().at("/curves/9/points/0/median").doubleValue()).isGreaterThan(1e6);
    assertThat(Files.readString(picture)).startsWith("<svg ").contains(">10k</text>");
  }

  @Test
  void growth_of_nothing_is_refused() {
    assertThat(run("scale", "--most", "9")).isEqualTo(64);
    assertThat(err.toString()).contains("--most must be at least 10");
  }

  @Test
  void starts_are_timed_and_a_small_heap_is_enough() throws Exception {
    assertThat(run("start", "--rounds", "1", "--people", "50")).isZero();

    assertThat(json().at("/server/median").doubleValue())
        .isGreaterThan(json().at("/build/median").doubleValue());
    assertThat(json().at("/learned").longValue()).isEqualTo(150);
  }

  @ParameterizedTest
  @CsvSource({
    "--seeds, 3-1, must be a range that ascends",
    "--seeds, x, must be a number or a range like 1-20 but was x",
    "--policy, vowpal, a policy must be named standard",
    "--scenario, mars, --scenario must be one of static"
  })
  void wrong_usage_is_named(String option, String value, String rule) {
    assertThat(run("tipsim", option, value)).isEqualTo(64);
    assertThat(err.toString()).contains(rule).contains("try: ./oo bench tipsim --help");
  }
}
