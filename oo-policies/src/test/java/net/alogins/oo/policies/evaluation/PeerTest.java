package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A folder of inputs and outputs of Open Bandit Pipeline; {@code -Doo.ope} names it. */
class PeerTest {

  private static final String FOLDER = System.getProperty("oo.ope", "");
  private static final String INTERVAL = "bootstrap_ci95_numpyRNG";

  private final Map<String, Double> worst = new TreeMap<>();

  @BeforeEach
  void there_is_a_folder() {
    assumeTrue(!FOLDER.isEmpty(), "no figures to compare with: -Doo.ope names their folder");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
      return files.filter(file -> file.toString().endsWith(".json.gz")).sorted().toList();
    }
  }

  @Test
  void every_value_and_error_is_that_of_the_peer() throws IOException {
    int compared = 0;
    for (Path file : files()) {
      JsonNode log = json(file);
      Rounds rounds = rounds(log);
      for (Map.Entry<String, JsonNode> entry : log.get("expected").properties()) {
        if (entry.getValue().has("std_err")) {
          Estimate figures = Named.of(entry.getKey()).evaluate(rounds).figures();
          note(entry.getKey(), figures.value(), entry.getValue().get("value"));
          note(entry.getKey(), figures.standardError(), entry.getValue().get("std_err"));
          compared++;
        }
      }
    }
    System.out.println(compared + " estimates, largest deviations " + worst);

    assertThat(compared).isPositive();
    assertThat(worst).allSatisfy((name, off) -> assertThat(off).as(name).isLessThan(1e-12));
  }

  private void note(String name, double ours, JsonNode theirs) {
    worst.merge(name, StrictMath.abs(ours - theirs.asDouble()), StrictMath::max);
  }

  @Test
  void bootstrap_intervals_are_close_to_those_of_the_peer() throws IOException {
    for (Path file : files()) {
      JsonNode log = json(file);
      if (!log.get("expected").get("ipw").has(INTERVAL)) {
        continue;
      }
      Rounds rounds = rounds(log);
      for (String name : List.of("ipw", "snipw", "dm", "dr", "sndr")) {
        JsonNode theirs = log.get("expected").get(name).get(INTERVAL);
        Interval ours =
            Named.of(name).evaluate(rounds, new Bootstrap(1000, 1)).figures().interval();
        double lower = theirs.get("95.0% CI (lower)").asDouble();
        double upper = theirs.get("95.0% CI (upper)").asDouble();
        System.out.println(
            file.getFileName() + " " + name + " " + ours + " " + lower + " " + upper);
        double close = .1 * (upper - lower);
        assertThat(ours.lower()).as(name).isCloseTo(lower, within(close));
        assertThat(ours.upper()).as(name).isCloseTo(upper, within(close));
      }
    }
  }

  private static JsonNode json(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static Rounds rounds(JsonNode log) throws IOException {
    int n = log.get("reward").size();
    return Rounds.of(
            IntStream.range(0, n).map(i -> log.get("action").get(i).asInt()).toArray(),
            row(log.get("reward")),
            row(log.get("pscore")),
            log.has("action_dist") ? table(log.get("action_dist")) : probabilities(log, n))
        .expecting(expected(log, n));
  }

  /** One distribution for each position. */
  private static double[][] probabilities(JsonNode log, int n) {
    double[][] byAction = table(log.get("action_dist_single"));
    double[][] probabilities = new double[n][byAction.length];
    for (int i = 0; i < n; i++) {
      int position = log.get("position").get(i).asInt();
      for (int a = 0; a < byAction.length; a++) {
        probabilities[i][a] = byAction[a][position];
      }
    }
    return probabilities;
  }

  private static double[][] expected(JsonNode log, int n) throws IOException {
    for (String name : List.of("q_hat", "qhat_at_position")) {
      if (log.has(name)) {
        return table(log.get(name));
      }
    }
    String file = log.get("meta").get("qhat_file").asText().split(" ", 2)[0];
    return columns(Path.of(FOLDER, file), n, log.get("meta").get("n_actions").asInt());
  }

  private static double[][] columns(Path file, int n, int actions) throws IOException {
    byte[] bytes;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      bytes = in.readAllBytes();
    }
    double[][] table = new double[n][actions];
    ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (double[] row : table) {
      values.asDoubleBuffer().get(row);
      values.position(values.position() + actions * Double.BYTES);
    }
    return table;
  }

  private static double[][] table(JsonNode rows) {
    double[][] table = new double[rows.size()][];
    for (int i = 0; i < table.length; i++) {
      table[i] = row(rows.get(i));
    }
    return table;
  }

  private static double[] row(JsonNode values) {
    double[] row = new double[values.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = values.get(i).asDouble();
    }
    return row;
  }
}
