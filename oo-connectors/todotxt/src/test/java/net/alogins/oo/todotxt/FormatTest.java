package net.alogins.oo.todotxt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.candidate.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  @TempDir private Path folder;

  private Candidate of(String line) {
    return new Desk(folder, line).only();
  }

  @Test
  void a_line_says_everything_about_its_task() {
    Candidate task =
        of(
            "(B) 2026-11-01 Read https://example.org/a?b=c, then reply +Garden @home"
                + " due:2026-12-24 t:2026-11-20 est:1h30m");

    assertThat(task.title()).isEqualTo("Read https://example.org/a?b=c, then reply");
    assertThat(task.kind()).isEqualTo("Garden");
    assertThat(task.priority()).hasValue(2);
    assertThat(task.created()).contains(LocalDate.of(2026, 11, 1));
    assertThat(task.due()).contains(LocalDate.of(2026, 12, 24));
    assertThat(task.minutes()).hasValue(90);
    assertThat(task.link()).contains(URI.create("https://example.org/a?b=c"));
    assertThat(task.id().source()).isEqualTo("todotxt");
  }

  @Test
  void a_bare_line_says_nothing_but_its_words() {
    Candidate task = of("Call Mom");

    assertThat(task.title()).isEqualTo("Call Mom");
    assertThat(task.kind()).isEqualTo("task");
    assertThat(task.priority()).isEqualTo(OptionalInt.empty());
    assertThat(task.minutes()).isEqualTo(OptionalInt.empty());
    assertThat(task.created()).isEqualTo(Optional.empty());
    assertThat(task.due()).isEqualTo(Optional.empty());
    assertThat(task.link()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call Mom +Family @phone | Call Mom",
        "Call Mom about +Family dinner @phone | Call Mom about +Family dinner",
        "Call Mom due:2026-12-01 +Family | Call Mom",
        "Meet at 10:30 in room 2:b | Meet at 10:30 in room 2:b",
        "Water plants rec:1w pri:A id:7 min:5 | Water plants",
        "Re: Mail to Ann | Re: Mail to Ann",
        "See https://host:8080/x | See https://host:8080/x",
        "1 + 1 @ home | 1 + 1 @ home",
        "+Family @phone | +Family @phone",
        "+Family due:2026-12-01 | +Family",
        "rec:1w | rec:1w",
        "(A) 2026-11-01 2026-11-02 Three dates | Three dates",
        "(a) Small letter | (a) Small letter",
        "xylophone lesson | xylophone lesson",
        "X marks the spot | X marks the spot",
        "Call    Mom | Call Mom",
      })
  void a_title_is_what_a_person_wants_to_read(String line, String title) {
    assertThat(of(line).title()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({"A,1", "B,2", "C,3", "D,4", "E,4", "Z,4"})
  void priorities_are_one_to_four(String letter, int priority) {
    assertThat(of("(" + letter + ") Call Mom").priority()).hasValue(priority);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Call (A) Mom", "(A)Call Mom", "(a) Call Mom", " (A) Call Mom", "pri:A b"})
  void a_priority_comes_first_or_is_none(String line) {
    assertThat(of(line).priority()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "min:15,15",
    "min:1,1",
    "min:10080,10080",
    "est:20m,20",
    "est:2h,120",
    "est:1h30m,90",
    "est:0h05m,5",
    "est:168h,10080"
  })
  void an_estimate_is_minutes(String word, int minutes) {
    assertThat(of("Call Mom " + word).minutes()).hasValue(minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "Call +a +b @c,a",
    "Call @c +a,a",
    "Call @c @d,c",
    "Call ann@example.org,task",
    "Call + a @,task"
  })
  void the_kind_is_the_first_project_or_else_the_first_context(String line, String kind) {
    assertThat(of(line).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"See http://", "See https://a|b", "See ftp://example.org/", "See example.org"})
  void what_is_no_page_is_no_link(String line) {
    assertThat(of(line).link()).isEmpty();
  }

  @Test
  void a_title_has_no_controls_and_no_forced_directions() {
    assertThat(of("Pay \u202e\u2066Ann\u0007\u0085 now\u2028").title()).isEqualTo("Pay Ann now");
  }

  @Test
  void a_title_has_no_hidden_tags() {
    assertThat(of("Pay \udb40\udc49Ann\udb40\udc7f +\udb40\udc49Bank\udb40\udc7f"))
        .extracting(Candidate::title, Candidate::kind)
        .containsExactly("Pay Ann", "Bank");
  }

  @Test
  void what_joins_and_turns_letters_stays_in_a_title() {
    String title =
        "\u0645\u06cc\u200c\u0631\u0648\u0645 \ud83d\udc69\u200d\ud83d\udcbb \u2764\ufe0f";

    assertThat(of(title).title()).isEqualTo(title);
  }

  @Test
  void a_title_does_not_hide_among_what_nobody_sees() {
    assertThat(of("\u200b +Family @phone").title()).isEqualTo("+Family @phone");
    assertThat(of("\u3164 Call \u2060 Mom").title()).isEqualTo("Call Mom");
    assertThat(of("\u200b".repeat(600) + "Mom").title()).isEqualTo("Mom");
    assertThat(of("\u200b".repeat(600) + "x".repeat(600)).title()).startsWith("xxx").hasSize(500);
  }

  @Test
  void a_kind_is_one_that_can_be_seen() {
    assertThat(of("Call +\u200b +\u3164 @\u00ad").kind()).isEqualTo("task");
    assertThat(of("Call +\u200b @phone").kind()).isEqualTo("phone");
  }

  @Test
  void a_title_is_cut_between_characters() {
    String title = of("x" + "\ud83c\udf31".repeat(300)).title();

    assertThat(title).hasSizeLessThanOrEqualTo(Candidate.LONGEST_TITLE).endsWith("\ud83c\udf31…");
  }

  @Test
  void a_kind_is_at_most_64_characters() {
    assertThat(of("Call +" + "a".repeat(100)).kind()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x 2026-11-02 2026-11-01 Call Mom",
        "x 2026-11-02 Call Mom",
        "x Call Mom",
        "x (A) 2026-11-02 2026-11-01 Call Mom",
        "x due:tomorrow",
        "   ",
        ""
      })
  void completed_and_blank_lines_are_neither_tasks_nor_problems(String line) {
    Desk desk = new Desk(folder, line);

    assertThat(desk.candidates()).isEmpty();
    assertThat(desk.tasks.problems()).isEmpty();
  }
}
