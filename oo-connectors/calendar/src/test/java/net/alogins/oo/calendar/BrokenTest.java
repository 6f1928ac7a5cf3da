package net.alogins.oo.calendar;

import static net.alogins.oo.calendar.Ics.event;
import static net.alogins.oo.calendar.Ics.todo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars that are broken, or meant to do harm. */
@Timeout(20)
class BrokenTest {

  private static List<Interval> busy(byte[] text) throws BrokenCalendarException {
    Window window = Window.around(Ics.NOW, Duration.ofDays(1), Duration.ofDays(8), Ics.BERLIN);
    return Event.busy(Ics.read(text).events().get(0), window);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_no_calendar_is_refused_by_its_line() {
    assertThatThrownBy(() -> Ics.read(bytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nHello\r\n")))
        .hasMessageMatching("line \\d+: calendar must be iCalendar: BEGIN, NAME:VALUE, END");
    assertThatThrownBy(() -> Ics.read(bytes("<html>"))).hasMessageStartingWith("line 1: calendar");
    assertThatThrownBy(() -> Ics.read(new byte[0])).hasMessageStartingWith("line 1: calendar");
  }

  @Test
  void a_calendar_that_ends_anywhere_is_refused_or_read() {
    byte[] whole =
        todo("SUMMARY:Pay", "DUE;TZID=Europe/Berlin:20261128T120000", "RRULE:FREQ=DAILY;COUNT=3");
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      try {
        assertThat(Ics.read(part).todos()).hasSizeLessThanOrEqualTo(1);
      } catch (BrokenCalendarException broken) {
        assertThat(broken).hasMessageStartingWith("line ");
      }
    }
  }

  @Test
  void a_property_that_is_broken_leaves_the_others_alone() throws Exception {
    Agenda agenda =
        Ics.read(
            Ics.all(
                Ics.lines("VTODO", "SUMMARY:Pay", "PRIORITY:urgent", "ATTENDEE:mailto:a b c@d"),
                Ics.lines("VTODO", "SUMMARY:Buy")));

    assertThat(agenda.parts()).hasSize(2);
    assertThat(agenda.problems()).hasSize(2).allMatch(problem -> problem.line() == 4);
    assertThat(agenda.problems().get(0)).hasToString("line 4: PRIORITY must be as RFC 5545 has it");
  }

  @Test
  void a_date_that_is_none_is_named_with_its_component() throws Exception {
    assertThatThrownBy(() -> busy(event("SUMMARY:Meet", "DTSTART;TZID=Mars/Olympus:20261127T1200")))
        .hasMessage("line 4: VEVENT DTSTART must be a date, or a time of a zone that is known");
    assertThatThrownBy(() -> busy(event("DTSTART:tomorrow")))
        .hasMessage("line 4: VEVENT DTSTART must be a date, or a time of a zone that is known");
    assertThatThrownBy(() -> busy(event("SUMMARY:Meet")))
        .hasMessage("line 4: VEVENT DTSTART must be there, and is not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=SECONDLY;INTERVAL=2147483647",
        "FREQ=MINUTELY;INTERVAL=1;COUNT=2000000000",
        "FREQ=YEARLY;INTERVAL=2147483647",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;"
            + "BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28;"
            + "BYSECOND=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28"
      })
  void a_rule_without_an_end_in_sight_is_refused_at_once(String rule) {
    long start = System.nanoTime();

    assertThatThrownBy(() -> busy(event("DTSTART:19700101T000000Z", "RRULE:" + rule)))
        .hasMessageContaining("VEVENT RRULE must be a rule of at most");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=YEARLY;BYYEARDAY=-366",
        "FREQ=DAILY;BYDAY=SA;BYSETPOS=2,-2",
        "FREQ=WEEKLY;BYDAY=SA;BYMONTH=11;BYSETPOS=2"
      })
  void an_odd_rule_ends_soon(String rule) throws Exception {
    long start = System.nanoTime();

    assertThat(busy(event("DTSTART:19700101T000000Z", "DURATION:PT1H", "RRULE:" + rule)))
        .hasSizeLessThan(20);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DURATION:P99999999999W", "DURATION:P999999999W", "DTEND:99991231T235959Z"})
  void dates_out_of_reach_are_refused_or_read(String line) {
    assertThatNoException()
        .isThrownBy(
            () -> {
              try {
                busy(event("DTSTART:20261127T120000Z", line));
                Ics.task(todo("SUMMARY:Pay", "DTSTART:20261127T120000Z", line));
              } catch (BrokenCalendarException refused) {
                assertThat(refused).hasMessageContaining("must");
              }
            });
  }

  @Test
  void a_zone_that_changes_every_second_is_none() {
    assertThatThrownBy(
            () ->
                busy(
                    Ics.all(
                        new String[] {
                          "BEGIN:VTIMEZONE",
                          "TZID:Odd",
                          "BEGIN:STANDARD",
                          "DTSTART:16010101T000000",
                          "RRULE:FREQ=SECONDLY",
                          "TZOFFSETFROM:+0200",
                          "TZOFFSETTO:+0100",
                          "END:STANDARD",
                          "END:VTIMEZONE"
                        },
                        Ics.lines("VEVENT", "DTSTART;TZID=Odd:20261127T120000"))))
        .hasMessageContaining("DTSTART must be a date, or a time of a zone that is known");
  }

  @Test
  void depth_length_and_number_are_bounded() {
    String deep = "BEGIN:VTODO\r\n".repeat(5_000);
    assertThatThrownBy(() -> Ics.read(bytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + deep)))
        .hasMessageContaining("calendar must");
    String many = "BEGIN:VTODO\r\nEND:VTODO\r\n".repeat(Agenda.MOST_COMPONENTS + 1);
    assertThatThrownBy(() -> Ics.read(Ics.of(many.strip())))
        .hasMessage("line 40004: calendar must have at most 20000 components");
    assertThatThrownBy(() -> Ics.read(new byte[Agenda.MOST_BYTES + 1]))
        .hasMessage("line 1: calendar must be of at most 8388608 bytes");
  }

  @Test
  void names_in_small_letters_and_marks_of_byte_order_are_fine() throws Exception {
    String text =
        "\ufeffBEGIN:Vcalendar\npRoDiD:x\nBEGIN:VTODO\nSummary:Pay\n\nEND:VTODO\nEND:vCalendaR\n";

    assertThat(Ics.read(bytes(text)).todos()).hasSize(1);
  }
}
