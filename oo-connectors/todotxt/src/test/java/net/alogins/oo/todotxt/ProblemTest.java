package net.alogins.oo.todotxt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pay due:0000-00-00 | due must be a day as YYYY-MM-DD but was 0000-00-00",
        "Pay due:tomorrow | due must be a day as YYYY-MM-DD but was tomorrow",
        "Pay due:2026-02-29 | due must be a day as YYYY-MM-DD but was 2026-02-29",
        "Pay due:2026-2-1 | due must be a day as YYYY-MM-DD but was 2026-2-1",
        "Pay due:2026-12-01:x | due must be a day as YYYY-MM-DD but was 2026-12-01:x",
        "Pay t:soon | t must be a day as YYYY-MM-DD but was soon",
        "2026-13-01 Pay | created must be a day as YYYY-MM-DD but was 2026-13-01",
        "Pay min:0 | min must be 1 to 10080 minutes but was 0",
        "Pay min:1h | min must be 1 to 10080 minutes but was 1h",
        "Pay est:M | est must be like 1h30m, at most 10080m, but was M",
        "Pay est:169h | est must be like 1h30m, at most 10080m, but was 169h",
        "(A) due:2026-12-01 | line must have words beside its dates",
      })
  void a_malformed_line_is_reported_with_file_and_line_and_skipped(String line, String rule) {
    Desk desk = new Desk(folder, "Call Mom", "", line, "Buy milk");

    assertThat(desk.titles()).containsExactly("Call Mom", "Buy milk");
    assertThat(desk.tasks.problems()).containsExactly(new Problem(desk.file, 3, rule));
  }

  @Test
  void a_line_that_is_not_utf_8_is_reported_and_skipped() {
    Desk desk = new Desk(folder);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("Call Mom\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes("Caf\u00e9".getBytes(StandardCharsets.UTF_8));
    desk.bytes(bytes.toByteArray());

    assertThat(desk.titles()).containsExactly("Call Mom", "Caf\u00e9");
    assertThat(desk.tasks.problems())
        .containsExactly(new Problem(desk.file, 2, "line must be UTF-8 without NUL bytes"));
  }

  @Test
  void a_line_with_a_nul_byte_is_reported_and_skipped() {
    Desk desk = new Desk(folder, "Call Mom", "Call\0Dad", "Buy milk");

    assertThat(desk.titles()).containsExactly("Call Mom", "Buy milk");
    assertThat(desk.tasks.problems())
        .containsExactly(new Problem(desk.file, 2, "line must be UTF-8 without NUL bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        "\u3164",
        "\u00ad \u2060",
        "\ufeff\ufe0f",
        "\u2800",
        "(A) \u200b\u200b due:2026-12-01",
        "\udb40\udc41\udb40\udc42",
      })
  void a_line_with_nothing_to_see_is_reported_and_skipped(String line) {
    Desk desk = new Desk(folder, "Call Mom", line);

    assertThat(desk.titles()).containsExactly("Call Mom");
    assertThat(desk.tasks.problems())
        .containsExactly(new Problem(desk.file, 2, "line must have words beside its dates"));
  }

  @Test
  void a_replacement_character_is_a_character() {
    Desk desk = new Desk(folder, "Mend \ufffd");

    assertThat(desk.titles()).containsExactly("Mend \ufffd");
    assertThat(desk.tasks.problems()).isEmpty();
  }

  @Test
  void a_line_that_is_too_long_is_reported_and_skipped() {
    Desk desk = new Desk(folder, "a".repeat(65_536), "b".repeat(65_537), "Call Mom");

    assertThat(desk.candidates()).hasSize(2);
    assertThat(desk.tasks.problems())
        .containsExactly(
            new Problem(desk.file, 2, "line must be at most 65536 bytes but was 65537"));
  }

  @Test
  void at_most_100_problems_are_kept() {
    Desk desk = new Desk(folder);
    desk.lines(Collections.nCopies(150, "Pay due:never").toArray(String[]::new));

    assertThat(desk.tasks.problems()).hasSize(100);
  }

  @Test
  void a_problem_is_logged_once() {
    Desk desk = new Desk(folder, "Pay due:never");
    try (Journal journal = Journal.open()) {
      desk.candidates();
      desk.candidates();
      desk.lines("Pay due:never", "Call Mom");
      desk.candidates();

      assertThat(journal.messages()).hasSize(1);
      assertThat(journal.messages().get(0))
          .contains(desk.file.toString())
          .contains("line 1")
          .contains("due must be a day")
          .doesNotContain("Pay");
    }
  }

  @Test
  void a_quoted_value_is_short_and_legible() {
    Desk desk = new Desk(folder, "Pay due:\u202e\u0007" + "z".repeat(1000));

    assertThat(desk.tasks.problems().get(0).rule()).endsWith("was " + "z".repeat(39) + "…");
  }

  @Test
  void a_problem_is_over_when_its_line_is_in_order() {
    Desk desk = new Desk(folder, "Pay due:never");
    assertThat(desk.tasks.problems()).hasSize(1);

    desk.lines("Pay due:2026-12-01");

    assertThat(desk.tasks.problems()).isEmpty();
    assertThat(desk.titles()).containsExactly("Pay");
  }
}
