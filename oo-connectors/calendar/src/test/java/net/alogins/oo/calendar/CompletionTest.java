package net.alogins.oo.calendar;

import static net.alogins.oo.calendar.Ics.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.signal.Command;
import org.junit.jupiter.api.Test;

class CompletionTest {

  private static final Instant NOW = Ics.NOW;

  private static Command command(Command.Verb verb, int id, Instant at) {
    return new Command("id-" + id, verb, "k", at);
  }

  private static Optional<byte[]> done(byte[] text, Command command)
      throws BrokenCalendarException {
    return Completion.of(Agenda.of(text, NOW), command, BERLIN)
        .map(written -> written.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] completed(byte[] text, int id, Instant at) throws BrokenCalendarException {
    return done(text, command(Command.Verb.COMPLETE, id, at)).orElseThrow();
  }

  private static byte[] reopened(byte[] text, int id) throws BrokenCalendarException {
    return done(text, command(Command.Verb.REOPEN, id, NOW)).orElseThrow();
  }

  /** The content lines of a text, unfolded. */
  private static List<String> lines(byte[] text) {
    String whole = new String(text, StandardCharsets.UTF_8).replaceAll("\r?\n[ \t]", "");
    return new ArrayList<>(List.of(whole.split("\r?\n")));
  }

  @Test
  void a_task_is_completed_and_all_else_stays_as_it_was_written() throws Exception {
    byte[] text =
        Ics.all(
            new String[] {
              "X-WR-CALNAME:Tasks\\, mine",
              "BEGIN:VTIMEZONE",
              "TZID:My Office",
              "BEGIN:STANDARD",
              "DTSTART:16011028T030000",
              "TZOFFSETFROM:+0100",
              "TZOFFSETTO:+0100",
              "END:STANDARD",
              "END:VTIMEZONE"
            },
            Ics.lines(
                "VTODO",
                "SUMMARY;LANGUAGE=en:Pay\\, and\\nsmile \\\\ ü🦷",
                "DUE;TZID=My Office:20261128T120000",
                "X-APPLE-STRUCTURED-LOCATION;X-TITLE=\"Ada: home; here\";VALUE=URI:geo:1.0,2.0;u=3",
                "X-OWN;X-A=b:one\\;two,three",
                "ESTIMATED-DURATION:PT15M",
                "ATTENDEE;CN=\"Bob; B\";CUTYPE=ODD:mailto:Bob B@example.org",
                "CATEGORIES:a,b\\,c",
                "PRIORITY:urgent",
                "RELATED-TO;RELTYPE=PARENT:x",
                "GEO:1.5;2.5",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:now",
                "TRIGGER;RELATED=END:-PT15M",
                "X-WR-ALARMUID:1",
                "END:VALARM"));

    byte[] written = completed(text, 1, NOW);

    List<String> more = lines(written);
    List<String> all = lines(text);
    assertThat(more).containsAll(all);
    all.forEach(more::remove);
    assertThat(more)
        .containsExactlyInAnyOrder(
            "STATUS:COMPLETED",
            "COMPLETED:20261127T110000Z",
            "PERCENT-COMPLETE:100",
            "LAST-MODIFIED:20261127T110000Z",
            "DTSTAMP:20261127T110000Z",
            "X-OO-COMMAND:id-1");
    assertThat(Ics.task(written)).isEmpty();
  }

  @Test
  void the_same_command_is_carried_out_once() throws Exception {
    byte[] text = Ics.todo("SUMMARY:Pay", "DTSTART;VALUE=DATE:20261125", "RRULE:FREQ=DAILY");

    byte[] once = completed(text, 1, NOW);

    assertThat(done(once, command(Command.Verb.COMPLETE, 1, NOW))).isEmpty();
  }

  @Test
  void what_is_so_already_is_left_alone() throws Exception {
    byte[] open = Ics.todo("SUMMARY:Pay");

    assertThat(done(open, command(Command.Verb.REOPEN, 1, NOW))).isEmpty();
    assertThat(done(completed(open, 1, NOW), command(Command.Verb.COMPLETE, 2, NOW))).isEmpty();
    assertThat(done(Ics.event("DTSTART:20261127T120000Z"), command(Command.Verb.COMPLETE, 1, NOW)))
        .isEmpty();
  }

  @Test
  void a_task_is_reopened() throws Exception {
    byte[] again = reopened(completed(Ics.todo("SUMMARY:Pay"), 1, NOW), 2);

    assertThat(Ics.task(again)).isPresent();
    assertThat(lines(again)).contains("STATUS:NEEDS-ACTION").noneMatch(l -> l.startsWith("COMPL"));
  }

  @Test
  void of_a_recurring_task_one_occurrence_is_completed_and_reopened() throws Exception {
    byte[] text =
        Ics.todo(
            "SUMMARY:Pay",
            "DTSTART;TZID=Europe/Berlin:20261106T090000",
            "DUE;TZID=Europe/Berlin:20261107T100000",
            "RRULE:FREQ=WEEKLY",
            "X-OWN:1");

    byte[] done = completed(text, 1, NOW);

    assertThat(lines(done))
        .contains(
            "RRULE:FREQ=WEEKLY",
            "RECURRENCE-ID;TZID=Europe/Berlin:20261127T090000",
            "DTSTART;TZID=Europe/Berlin:20261127T090000",
            "DUE;TZID=Europe/Berlin:20261128T100000")
        .filteredOn("RRULE:FREQ=WEEKLY"::equals)
        .hasSize(1);
    assertThat(Ics.task(done)).isEmpty();
    Instant later = NOW.plus(Duration.ofDays(7));
    assertThat(Ics.task(done, later).flatMap(Candidate::due)).contains(LocalDate.of(2026, 12, 5));
    assertThat(Ics.task(reopened(done, 2)).flatMap(Candidate::due))
        .contains(LocalDate.of(2026, 11, 28));
  }

  @Test
  void days_and_times_in_utc_are_written_as_such() throws Exception {
    assertThat(
            lines(completed(Ics.todo("DTSTART;VALUE=DATE:20261125", "RRULE:FREQ=DAILY"), 1, NOW)))
        .contains("RECURRENCE-ID;VALUE=DATE:20261127");
    assertThat(lines(completed(Ics.todo("DUE:20261125T080000Z", "RRULE:FREQ=DAILY"), 1, NOW)))
        .contains("RECURRENCE-ID:20261127T080000Z", "DUE:20261127T080000Z");
    assertThat(lines(completed(Ics.todo("DUE:20261125T080000", "RRULE:FREQ=DAILY"), 1, NOW)))
        .contains("RECURRENCE-ID:20261127T080000", "DUE:20261127T080000");
  }

  @Test
  void what_was_done_late_completes_what_was_open_when_it_was_said() throws Exception {
    byte[] text = Ics.todo("SUMMARY:Pay", "DTSTART;VALUE=DATE:20261125", "RRULE:FREQ=DAILY");

    byte[] done = completed(text, 1, NOW.minus(Duration.ofDays(1)));

    assertThat(lines(done)).contains("RECURRENCE-ID;VALUE=DATE:20261126");
    assertThat(Ics.task(done).flatMap(Candidate::due)).isEmpty();
    assertThat(Ics.task(done)).isPresent();
  }
}
