package net.alogins.oo.calendar;

import static net.alogins.oo.calendar.Ics.BERLIN;
import static net.alogins.oo.calendar.Ics.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

  private static List<String> busy(byte[] text) throws BrokenCalendarException {
    Window window = Window.around(Ics.NOW, Duration.ofDays(1), Duration.ofDays(8), BERLIN);
    List<String> busy = new ArrayList<>();
    for (Series series : Ics.read(text).events()) {
      for (Interval interval : Event.busy(series, window)) {
        busy.add(interval.from() + "/" + Duration.between(interval.from(), interval.to()));
      }
    }
    return busy;
  }

  private static String from(String instant, String length) {
    return Instant.parse(instant) + "/" + length;
  }

  @Test
  void an_event_takes_its_time() throws Exception {
    assertThat(busy(event("DTSTART:20261127T120000Z", "DTEND:20261127T123000Z")))
        .containsExactly(from("2026-11-27T12:00:00Z", "PT30M"));
    assertThat(busy(event("DTSTART:20261127T120000Z", "DURATION:PT2H")))
        .containsExactly(from("2026-11-27T12:00:00Z", "PT2H"));
  }

  @Test
  void a_time_without_a_zone_is_one_on_the_persons_clock() throws Exception {
    assertThat(busy(event("DTSTART:20261127T120000", "DTEND:20261127T130000")))
        .containsExactly(from("2026-11-27T11:00:00Z", "PT1H"));
  }

  @Test
  void a_day_is_one_on_the_persons_clock() throws Exception {
    assertThat(busy(event("DTSTART;VALUE=DATE:20261128")))
        .containsExactly(from("2026-11-27T23:00:00Z", "PT24H"));
    assertThat(busy(event("DTSTART;VALUE=DATE:20261128", "DTEND;VALUE=DATE:20261130")))
        .containsExactly(from("2026-11-27T23:00:00Z", "PT48H"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSP:TRANSPARENT", "STATUS:CANCELLED", "STATUS:cancelled"})
  void what_takes_no_time_does_not_count(String line) throws Exception {
    assertThat(busy(event("DTSTART:20261127T120000Z", "DURATION:PT2H", line))).isEmpty();
  }

  @Test
  void a_moment_is_no_time() throws Exception {
    assertThat(busy(event("DTSTART:20261127T120000Z"))).isEmpty();
    assertThat(busy(event("DTSTART:20261127T120000Z", "DTEND:20261127T110000Z"))).isEmpty();
  }

  @Test
  void what_has_begun_before_still_goes_on() throws Exception {
    assertThat(busy(event("DTSTART;VALUE=DATE:20261110", "DTEND;VALUE=DATE:20261130"))).hasSize(1);
    assertThat(busy(event("DTSTART;VALUE=DATE:20261110", "DTEND;VALUE=DATE:20261120"))).isEmpty();
  }

  @Test
  void it_recurs_on_the_clock_of_its_zone() throws Exception {
    assertThat(
            busy(
                event(
                    "DTSTART;TZID=Europe/London:20260601T090000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=WEEKLY;BYDAY=FR,MO",
                    "EXDATE;TZID=Europe/London:20261130T090000",
                    "RDATE;TZID=Europe/London:20261201T170000")))
        .containsExactly(
            from("2026-11-27T09:00:00Z", "PT1H"),
            from("2026-12-01T17:00:00Z", "PT1H"),
            from("2026-12-04T09:00:00Z", "PT1H"));
  }

  @Test
  void an_occurrence_may_be_moved_or_cancelled() throws Exception {
    byte[] text =
        Ics.all(
            Ics.lines("VEVENT", "DTSTART:20261120T120000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
            Ics.lines(
                "VEVENT",
                "RECURRENCE-ID:20261128T120000Z",
                "DTSTART:20261128T150000Z",
                "DURATION:PT30M"),
            Ics.lines(
                "VEVENT",
                "RECURRENCE-ID:20261129T120000Z",
                "DTSTART:20261129T120000Z",
                "DURATION:PT1H",
                "STATUS:CANCELLED"));

    assertThat(busy(text))
        .hasSize(8)
        .contains(from("2026-11-28T15:00:00Z", "PT30M"))
        .noneMatch(one -> one.startsWith("2026-11-28T12") || one.startsWith("2026-11-29"));
  }

  @Test
  void a_rule_ends_where_it_says() throws Exception {
    assertThat(
            busy(
                event(
                    "DTSTART;TZID=Europe/Berlin:20261120T120000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=DAILY;UNTIL=20261128T110000Z")))
        .hasSize(3);
    assertThat(busy(event("DTSTART;VALUE=DATE:20261120", "RRULE:FREQ=DAILY;UNTIL=20261128")))
        .hasSize(3);
    assertThat(busy(event("DTSTART;VALUE=DATE:20261120", "RRULE:FREQ=DAILY;COUNT=8"))).hasSize(2);
  }

  @Test
  void a_zone_may_have_a_name_of_others_or_be_defined_by_its_rules() throws Exception {
    for (String zone :
        List.of("W. Europe Standard Time", "/mozilla.org/20050126_1/Europe/Berlin", "My Office")) {
      assertThat(
              busy(
                  Ics.all(
                      office(),
                      Ics.lines(
                          "VEVENT", "DTSTART;TZID=" + zone + ":20261127T120000", "DURATION:PT1H"))))
          .as(zone)
          .containsExactly(from("2026-11-27T11:00:00Z", "PT1H"));
    }
  }

  private static String[] office() {
    return new String[] {
      "BEGIN:VTIMEZONE",
      "TZID:My Office",
      "BEGIN:STANDARD",
      "DTSTART:16011028T030000",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:16010325T020000",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "END:DAYLIGHT",
      "END:VTIMEZONE"
    };
  }
}
