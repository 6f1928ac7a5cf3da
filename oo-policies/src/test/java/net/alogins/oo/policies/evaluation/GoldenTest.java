package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures that another program made of the same rounds; the file's first line names it. */
class GoldenTest {

  private static final int ACTIONS = 5;

  private static List<String[]> rows(String kind) throws IOException {
    try (InputStream file =
        GoldenTest.class.getResourceAsStream("/evaluation/synthetic-5-actions-200-rounds.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(",", -1))
          .filter(row -> row[0].equals(kind))
          .toList();
    }
  }

  private static Round round(String[] row) {
    double[] values = Arrays.stream(row).skip(1).mapToDouble(Double::parseDouble).toArray();
    return Round.of(
            (int) values[0], values[1], values[2], Arrays.copyOfRange(values, 3, 3 + ACTIONS))
        .expecting(Arrays.copyOfRange(values, 3 + ACTIONS, values.length));
  }

  @Test
  void every_estimator_says_what_it_says_elsewhere() throws IOException {
    Rounds rounds = new Rounds(rows("round").stream().map(GoldenTest::round).toList());
    List<String[]> expected = rows("expected");

    assertThat(rounds.size()).isEqualTo(200);
    assertThat(expected).hasSize(20);
    for (String[] row : expected) {
      Estimate estimate = Named.of(row[1]).evaluate(rounds).estimate().orElseThrow();
      assertThat(estimate.value())
          .as("value of %s", row[1])
          .isCloseTo(Double.parseDouble(row[2]), within(1e-14));
      assertThat(estimate.standardError())
          .as("standard error of %s", row[1])
          .isCloseTo(Double.parseDouble(row[3]), within(1e-14));
    }
  }
}
