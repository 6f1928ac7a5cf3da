package net.alogins.oo.calendar;

import static net.alogins.oo.calendar.Ics.task;
import static net.alogins.oo.calendar.Ics.todo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodoTest {

  private static final Instant NOW = Ics.NOW;

  private static Optional<LocalDate> due(String... lines) throws BrokenCalendarException {
    String[] all = new String[lines.length + 1];
    all[0] = "SUMMARY:Pay";
    System.arraycopy(lines, 0, all, 1, lines.length);
    return task(todo(all)).flatMap(Candidate::due);
  }

  @Test
  void a_task_is_told_with_all_that_it_says() throws Exception {
    Optional<Candidate> task =
        task(
            todo(
                "SUMMARY:Zähne putzen\\, 2 min",
                "CATEGORIES:Bad,Abend",
                "DUE;VALUE=DATE:20261128",
                "CREATED:20261101T090000Z",
                "PRIORITY:1",
                "URL:https://list.example/t/1",
                "ESTIMATED-DURATION:PT15M",
                "PERCENT-COMPLETE:20",
                "STATUS:IN-PROCESS"));

    assertThat(task)
        .contains(
            Candidate.of("caldav", "k", "Zähne putzen, 2 min")
                .kind("Bad")
                .due(LocalDate.of(2026, 11, 28))
                .created(LocalDate.of(2026, 11, 1))
                .priority(1)
                .minutes(15)
                .link(URI.create("https://list.example/t/1")));
  }

  @ParameterizedTest
  @CsvSource({"0,", "1,1", "2,1", "3,2", "4,2", "5,3", "6,4", "9,4", "10,"})
  void priorities_of_nine_become_four(String given, Integer priority) throws Exception {
    Candidate task = task(todo("SUMMARY:Pay", "PRIORITY:" + given)).orElseThrow();

    assertThat(task.priority().isPresent() ? task.priority().getAsInt() : null).isEqualTo(priority);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STATUS:COMPLETED",
        "STATUS:CANCELLED",
        "COMPLETED:20261126T100000Z",
        "PERCENT-COMPLETE:100",
        "DTSTART;VALUE=DATE:20261128"
      })
  void what_is_over_or_has_not_begun_is_no_candidate(String line) throws Exception {
    assertThat(task(todo("SUMMARY:Pay", line))).isEmpty();
  }

  @Test
  void what_has_no_title_is_no_candidate() throws Exception {
    assertThat(task(todo("SUMMARY: ", "DUE;VALUE=DATE:20261128"))).isEmpty();
    assertThat(task(todo("DUE;VALUE=DATE:20261128"))).isEmpty();
  }

  @Test
  void a_day_is_that_on_the_persons_clock() throws Exception {
    assertThat(due("DUE:20261128T233000Z")).contains(LocalDate.of(2026, 11, 29));
    assertThat(due("DUE:20261128T233000")).contains(LocalDate.of(2026, 11, 28));
    assertThat(due("DUE;TZID=America/New_York:20261128T200000"))
        .contains(LocalDate.of(2026, 11, 29));
    assertThat(due("DUE;TZID=Europe/Berlin:20261128")).contains(LocalDate.of(2026, 11, 28));
    assertThat(due("DUE;TZID=Europe/Berlin:20261128T233000Z")).contains(LocalDate.of(2026, 11, 29));
    assertThat(due("DTSTART:20261126T100000Z", "DURATION:P2D"))
        .contains(LocalDate.of(2026, 11, 28));
  }

  @Test
  void a_recurring_task_stands_at_the_last_that_has_begun() throws Exception {
    assertThat(due("DTSTART;VALUE=DATE:20260102", "DUE;VALUE=DATE:20260103", "RRULE:FREQ=WEEKLY"))
        .contains(LocalDate.of(2026, 11, 28));
  }

  @Test
  void when_that_is_done_it_is_none_until_the_next_begins() throws Exception {
    byte[] text =
        Ics.all(
            Ics.lines("VTODO", "SUMMARY:Pay", "DTSTART;VALUE=DATE:20260102", "RRULE:FREQ=WEEKLY"),
            Ics.lines(
                "VTODO",
                "SUMMARY:Pay",
                "RECURRENCE-ID;VALUE=DATE:20261127",
                "DTSTART;VALUE=DATE:20261127",
                "STATUS:COMPLETED"));

    assertThat(task(text)).isEmpty();
    assertThat(task(text, NOW.plus(Duration.ofDays(7)))).isPresent();
  }

  @Test
  void one_without_a_start_stands_at_the_next_that_is_due() throws Exception {
    byte[] text =
        Ics.all(
            Ics.lines("VTODO", "SUMMARY:Pay", "DUE;VALUE=DATE:20261102", "RRULE:FREQ=MONTHLY"),
            Ics.lines(
                "VTODO", "RECURRENCE-ID;VALUE=DATE:20261102", "SUMMARY:Pay", "STATUS:COMPLETED"));

    assertThat(task(text).flatMap(Candidate::due)).contains(LocalDate.of(2026, 12, 2));
  }

  @Test
  void a_series_that_has_ended_is_over_when_its_last_is_done() throws Exception {
    byte[] text =
        Ics.all(
            Ics.lines(
                "VTODO", "SUMMARY:Pay", "DTSTART;VALUE=DATE:20261125", "RRULE:FREQ=DAILY;COUNT=3"),
            Ics.lines(
                "VTODO", "RECURRENCE-ID;VALUE=DATE:20261127", "SUMMARY:Pay", "STATUS:COMPLETED"));

    assertThat(task(text, NOW.plus(Duration.ofDays(30)))).isEmpty();
  }

  @Test
  void an_occurrence_may_have_words_of_its_own() throws Exception {
    byte[] text =
        Ics.all(
            Ics.lines("VTODO", "SUMMARY:Pay", "DTSTART;VALUE=DATE:20260102", "RRULE:FREQ=WEEKLY"),
            Ics.lines("VTODO", "RECURRENCE-ID;VALUE=DATE:20261127", "SUMMARY:Pay double"));

    assertThat(task(text).map(Candidate::title)).contains("Pay double");
  }
}
