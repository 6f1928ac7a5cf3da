package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.signal.Command;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;

/** What stands in for an occurrence and all that come after it. */
class FutureTest {

  private static final String[] DAILY =
      Ics.lines(
          "VEVENT",
          "DTSTART;TZID=Europe/Berlin:20261120T090000",
          "DURATION:PT1H",
          "RRULE:FREQ=DAILY");
  private static final String[] LATER =
      Ics.lines(
          "VEVENT",
          "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261128T090000",
          "DTSTART;TZID=Europe/Berlin:20261128T103000",
          "DURATION:PT2H");

  private static List<String> busy(byte[] text, int days) throws Exception {
    Window window = Window.around(Ics.NOW, Duration.ZERO, Duration.ofDays(days), Ics.BERLIN);
    return Ics.read(text)
        .busy(
            window,
            problem -> {
              throw new AssertionError(problem);
            })
        .stream()
        .map(time -> time.from().atZone(Ics.BERLIN).toLocalDateTime() + "+" + minutes(time))
        .toList();
  }

  private static long minutes(Interval time) {
    return Duration.between(time.from(), time.to()).toMinutes();
  }

  @Test
  void all_that_come_after_are_moved_as_the_first_is_and_as_long() throws Exception {
    assertThat(busy(Ics.all(DAILY, LATER), 3))
        .containsExactly("2026-11-28T10:30+120", "2026-11-29T10:30+120", "2026-11-30T10:30+120");
  }

  @Test
  void one_that_has_its_own_is_as_that_says_and_another_range_begins_where_it_does()
      throws Exception {
    String[] alone =
        Ics.lines(
            "VEVENT",
            "RECURRENCE-ID;TZID=Europe/Berlin:20261129T090000",
            "DTSTART;TZID=Europe/Berlin:20261129T200000",
            "DURATION:PT5M");
    String[] back =
        Ics.lines(
            "VEVENT",
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261130T090000",
            "DTSTART;TZID=Europe/Berlin:20261130T080000",
            "DURATION:PT30M");

    assertThat(busy(Ics.all(DAILY, LATER, alone, back), 4))
        .containsExactly(
            "2026-11-28T10:30+120",
            "2026-11-29T20:00+5",
            "2026-11-30T08:00+30",
            "2026-12-01T08:00+30");
  }

  @Test
  void what_is_moved_into_sight_is_seen() throws Exception {
    String[] weekLater =
        Ics.lines(
            "VEVENT",
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261121T090000",
            "DTSTART;TZID=Europe/Berlin:20261128T090000",
            "DURATION:PT1H");

    assertThat(busy(Ics.all(DAILY, weekLater), 2))
        .containsExactly("2026-11-28T09:00+60", "2026-11-29T09:00+60");
  }

  @Test
  void days_and_changes_of_the_clock_are_reckoned_on_the_clock() throws Exception {
    String[] spring =
        Ics.lines(
            "VEVENT",
            "DTSTART;TZID=Europe/Berlin:20260301T090000",
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY");
    String[] later =
        Ics.lines(
            "VEVENT",
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260308T090000",
            "DTSTART;TZID=Europe/Berlin:20260307T170000",
            "DURATION:PT1H");
    assertThat(busy(Ics.all(spring, later), 10))
        .containsExactly("2026-11-28T17:00+60", "2026-12-05T17:00+60");

    String[] days = Ics.lines("VEVENT", "DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=WEEKLY");
    String[] tuesdays =
        Ics.lines(
            "VEVENT",
            "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20261108",
            "DTSTART;VALUE=DATE:20261110");
    assertThat(busy(Ics.all(days, tuesdays), 12))
        .containsExactly("2026-12-01T00:00+1440", "2026-12-08T00:00+1440");
  }

  private static final String[] WEEKLY =
      Ics.lines(
          "VTODO",
          "DTSTART;VALUE=DATE:20261106",
          "DUE;VALUE=DATE:20261107",
          "SUMMARY:Pay",
          "RRULE:FREQ=WEEKLY");
  private static final String[] FROM_20TH =
      Ics.lines(
          "VTODO",
          "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20261120",
          "DTSTART;VALUE=DATE:20261119",
          "DUE;VALUE=DATE:20261122",
          "SUMMARY:Pay double");

  @Test
  void a_task_is_as_the_range_says_with_its_dates_moved() throws Exception {
    Candidate task = Ics.task(Ics.all(WEEKLY, FROM_20TH)).orElseThrow();

    assertThat(task.title()).isEqualTo("Pay double");
    assertThat(task.due()).contains(LocalDate.of(2026, 11, 29));
  }

  private static Agenda done(Agenda agenda, String id, Instant at) throws Exception {
    Command command = new Command(id, Command.Verb.COMPLETE, "k", at);
    String text = Completion.of(agenda, command, Ics.BERLIN).orElseThrow();
    return Agenda.of(text.getBytes(StandardCharsets.UTF_8), at);
  }

  private static List<String> ids(Agenda agenda) {
    return agenda.parts().stream()
        .filter(part -> part.has(Property.RECURRENCE_ID))
        .map(
            part ->
                part.text(Property.RECURRENCE_ID).orElseThrow()
                    + (part.isForFuture() ? "+" : "")
                    + (Todo.isOver(part) ? " done" : ""))
        .toList();
  }

  @Test
  void one_that_is_done_leaves_those_after_it_open() throws Exception {
    Agenda done = done(Ics.read(Ics.all(WEEKLY, FROM_20TH)), "1", Ics.NOW);

    assertThat(ids(done)).containsExactly("20261120+", "20261127 done");
    Todo later = new Todo(done.todos().get(0), Ics.NOW.plus(Duration.ofDays(7)), Ics.BERLIN);
    assertThat(later.candidate("caldav", "k").flatMap(Candidate::due))
        .contains(LocalDate.of(2026, 12, 6));
  }

  @Test
  void the_first_that_is_done_leaves_the_range_to_the_next() throws Exception {
    Instant before = Ics.NOW.minus(Duration.ofDays(7));
    Agenda done = done(Ics.read(Ics.all(WEEKLY, FROM_20TH)), "1", before);

    assertThat(ids(done)).containsExactly("20261120 done", "20261127+");
    Candidate next =
        new Todo(done.todos().get(0), Ics.NOW, Ics.BERLIN).candidate("caldav", "k").orElseThrow();
    assertThat(next.title()).isEqualTo("Pay double");
    assertThat(next.due()).contains(LocalDate.of(2026, 11, 29));
  }
}
