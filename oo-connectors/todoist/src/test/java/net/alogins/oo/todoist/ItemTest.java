package net.alogins.oo.todoist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Failing;
import net.alogins.oo.remote.Json;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each field of a task becomes. */
class ItemTest {

  private static final String ME = "2671355";

  private static Change change(Consumer<Map<String, Object>> so) throws Exception {
    Map<String, Object> task = FakeShapes.task("6X1", ME, "6P1", 1);
    task.put("content", "A task");
    so.accept(task);
    byte[] bytes = FakeWire.JSON.writeValueAsString(task).getBytes(StandardCharsets.UTF_8);
    return Item.of(Json.of(bytes)).change(new Projects(), ME);
  }

  private static Candidate candidate(Consumer<Map<String, Object>> so) throws Exception {
    assertThat(change(so)).isInstanceOf(Change.Open.class);
    return ((Change.Open) change(so)).task();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, , 2026-03-01",
    "2026-03-01T23:59:59, , 2026-03-01",
    "2026-03-01T23:59:59.000000, , 2026-03-01",
    "2026-03-01T20:00:00Z, Asia/Tokyo, 2026-03-02",
    "2026-03-01T20:00:00.000000Z, Asia/Tokyo, 2026-03-02",
    "2026-03-01T03:00:00Z, America/New_York, 2026-02-28",
    "2026-03-01T20:00:00Z, , 2026-03-01",
    "2026-03-01, Asia/Tokyo, 2026-03-01",
    "1970-01-01, , 1970-01-01",
    "9999-12-31, , 9999-12-31",
  })
  void a_day_is_read_in_each_of_its_forms(String date, String zone, LocalDate day)
      throws Exception {
    assertThat(candidate(task -> task.put("due", FakeShapes.due(date, zone, false))).due())
        .contains(day);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-02-30",
        "2026-13-01",
        "2026-3-1",
        "+99999-01-01",
        "2026-03-01X",
        "+999999999-12-31T23:59:59Z",
        "Z",
        "10000-01-01T00:00:00Z",
      })
  void a_day_that_there_is_not_is_none(String date) throws Exception {
    assertThat(candidate(task -> task.put("due", FakeShapes.due(date, null, false))).due())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "", "+99:00", "../etc"})
  void a_zone_that_there_is_not_leaves_no_day(String zone) throws Exception {
    assertThat(
            candidate(task -> task.put("due", FakeShapes.due("2026-03-01T20:00:00Z", zone, false)))
                .due())
        .isEmpty();
  }

  @Test
  void a_deadline_is_the_day_of_what_has_no_other() throws Exception {
    Map<String, String> deadline = Map.of("date", "2026-05-31", "lang", "en");

    assertThat(candidate(task -> task.put("deadline", deadline)).due())
        .contains(LocalDate.of(2026, 5, 31));
    assertThat(
            candidate(
                    task -> {
                      task.put("deadline", deadline);
                      task.put("due", FakeShapes.due("2026-05-01", null, false));
                    })
                .due())
        .contains(LocalDate.of(2026, 5, 1));
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "3, 2", "2, 3", "1, 4"})
  void four_is_the_most_urgent_there_and_one_is_here(int there, int here) throws Exception {
    assertThat(candidate(task -> task.put("priority", there)).priority()).hasValue(here);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "-1", "99999999999999999999", "1.5", "\"4\"", "null"})
  void another_priority_is_none(String priority) throws Exception {
    assertThat(candidate(task -> task.put("priority", new RawValue(priority))).priority())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "15, minute, 15",
    "1, day, 480",
    "3, day, 1440",
    "9223372036854775807, day, 175200",
    "9999999, minute, 175200",
  })
  void a_duration_is_minutes_and_a_day_has_eight_hours(long amount, String unit, int minutes)
      throws Exception {
    assertThat(
            candidate(task -> task.put("duration", Map.of("amount", amount, "unit", unit)))
                .minutes())
        .hasValue(minutes);
  }

  @ParameterizedTest
  @CsvSource({"0, minute", "-5, minute", "-9223372036854775808, day", "5, week"})
  void another_duration_is_none(long amount, String unit) throws Exception {
    assertThat(
            candidate(task -> task.put("duration", Map.of("amount", amount, "unit", unit)))
                .minutes())
        .isEmpty();
  }

  @Test
  void a_title_is_one_line_that_can_be_shown() throws Exception {
    assertThat(candidate(task -> task.put("content", " a\u0000b\r\nc\u202e ")).title())
        .isEqualTo("a b c");
    assertThat(candidate(task -> task.put("content", "x".repeat(600))).title())
        .isEqualTo("x".repeat(499) + "…");
    assertThat(candidate(task -> task.put("content", "[Read](https://example.org/a?b) it")).title())
        .isEqualTo("Read it");
    assertThat(candidate(task -> task.put("content", "*Star")).title()).isEqualTo("*Star");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "* Heading", "* ", "\u200b"})
  void what_cannot_be_completed_or_has_no_title_is_no_tip(String content) throws Exception {
    assertThat(change(task -> task.put("content", content))).isEqualTo(new Change.Gone("6X1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "é"})
  void a_task_with_a_strange_id_is_not_understood(String id) {
    assertThat(Failing.of(() -> change(task -> task.put("id", id))).kind())
        .isEqualTo(ConnectorException.Kind.MALFORMED);
  }

  @Test
  void what_is_missing_is_absent() throws Exception {
    Candidate candidate = candidate(task -> task.keySet().retainAll(List.of("id", "content")));

    assertThat(candidate.kind()).isEqualTo("task");
    assertThat(candidate.due()).isEmpty();
    assertThat(candidate.created()).isEmpty();
    assertThat(candidate.priority()).isEmpty();
    assertThat(Failing.of(() -> change(Map::clear)).kind())
        .isEqualTo(ConnectorException.Kind.MALFORMED);
  }
}
