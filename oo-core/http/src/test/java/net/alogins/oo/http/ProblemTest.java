package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import net.alogins.oo.Recommender;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Pattern STATUS = Pattern.compile("'([45]\\d\\d)':");

  @Test
  void each_status_of_the_contract_has_a_title_of_its_own() throws IOException {
    assertThat(STATUS.matcher(contract()).results().map(status -> status.group(1)).distinct())
        .hasSizeGreaterThan(10)
        .filteredOn(status -> !status.equals("500"))
        .allSatisfy(
            status ->
                assertThat(Problem.of(Integer.parseInt(status), "").title())
                    .isNotEqualTo("Internal Server Error"));
  }

  @Test
  void where_nothing_can_be_connected_it_is_said() {
    try (Recommender recommender = House.builder().build()) {
      Response refused =
          House.answer(
              Operations.of(recommender),
              "connect",
              "{\"connector\":\"todoist\",\"secret\":\"x\"}");

      assertThat(House.text(refused)).contains("connector must be one that can be connected here");
    }
  }

  private static String contract() throws IOException {
    try (InputStream yaml = Problem.class.getResourceAsStream("/oo-http/openapi.yaml")) {
      return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
