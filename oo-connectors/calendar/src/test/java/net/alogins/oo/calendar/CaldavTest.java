package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.calendar.Gate.Fault;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.UserId;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.ConnectorException.Kind;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.KnownAccess;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a real Radicale, and what becomes of what it says. */
class CaldavTest {

  private static final UserId ADA = new UserId("ada");
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  private RadicaleSystem there;
  private Connector connector;

  @BeforeEach
  void start() throws Exception {
    there = new RadicaleSystem();
    connector = there.connector();
  }

  @AfterEach
  void close() {
    if (there != null) {
      there.close();
    }
  }

  private Access access(Instant now) {
    return KnownAccess.to(CaldavConnector.NAME, ADA, there.target(), there.secrets(), now);
  }

  private Fetch fetch(Optional<Fetch> last, Instant now) throws Exception {
    return connector.fetch(access(now), last.map(Fetch::next));
  }

  private static List<String> titles(Fetch fetch) {
    return fetch.changes().stream()
        .filter(Change.Open.class::isInstance)
        .map(change -> ((Change.Open) change).task().title())
        .toList();
  }

  private Kind failure(ThrowingCallable call) {
    return catchThrowableOfType(ConnectorException.class, call).kind();
  }

  private List<String> methodsOf(ThrowingCallable call) throws Throwable {
    int before = there.gate.asked().size();
    call.call();
    return there.gate.asked().stream()
        .skip(before)
        .map(asked -> asked.substring(0, asked.indexOf(' ')))
        .toList();
  }

  @Test
  void a_sync_in_which_nothing_has_changed_is_one_request() throws Throwable {
    there.add("Pay");
    Fetch first = fetch(Optional.empty(), NOW);

    assertThat(methodsOf(() -> fetch(Optional.of(first), NOW))).containsExactly("REPORT");
  }

  @Test
  void on_another_day_everything_is_told_anew() throws Exception {
    there.put("w.ics", "VTODO", "SUMMARY:Pay", "DTSTART;VALUE=DATE:20261120", "RRULE:FREQ=WEEKLY");
    Fetch first = fetch(Optional.empty(), NOW);

    Fetch later = fetch(Optional.of(first), NOW.plus(Duration.ofDays(1)));

    assertThat(first.startsOver()).isTrue();
    assertThat(later.startsOver()).isTrue();
    assertThat(titles(later)).containsExactly("Pay");
  }

  @Test
  void events_are_no_tasks_and_say_when_somebody_is_busy() throws Exception {
    there.put("e.ics", "VEVENT", "SUMMARY:Meet", "DTSTART:20261127T124000Z", "DURATION:PT1H");
    there.put(
        "r.ics",
        "VEVENT",
        "SUMMARY:Stand-up",
        "DTSTART:20261001T080000Z",
        "DURATION:PT15M",
        "RRULE:FREQ=DAILY",
        "EXDATE:20261128T080000Z");
    there.put("t.ics", "VTODO", "SUMMARY:Pay");

    Fetch fetch = fetch(Optional.empty(), NOW);

    assertThat(titles(fetch)).containsExactly("Pay");
    assertThat(there.busy.minutesFree(ADA, NOW)).hasValue(40);
    assertThat(there.busy.minutesFree(ADA, NOW.plus(Duration.ofMinutes(50)))).hasValue(0);
    Instant saturday = Instant.parse("2026-11-28T07:50:00Z");
    assertThat(there.busy.minutesFree(ADA, saturday)).hasValue(24 * 60);
    assertThat(there.busy.minutesFree(ADA, saturday.plus(Duration.ofDays(1)))).hasValue(10);
  }

  @Test
  void an_event_that_is_new_is_known_with_the_next_sync() throws Exception {
    Fetch first = fetch(Optional.empty(), NOW);
    assertThat(there.busy.minutesFree(ADA, NOW)).hasValue(24 * 60);
    there.put("e.ics", "VEVENT", "SUMMARY:Meet", "DTSTART:20261127T124000Z", "DURATION:PT1H");

    Fetch second = fetch(Optional.of(first), NOW);
    assertThat(there.busy.minutesFree(ADA, NOW)).hasValue(40);
    there.delete("e.ics");
    fetch(Optional.of(second), NOW);

    assertThat(there.busy.minutesFree(ADA, NOW)).hasValue(24 * 60);
  }

  @Test
  void when_an_hour_has_passed_calendars_are_looked_at_again() throws Throwable {
    Fetch first = fetch(Optional.empty(), NOW);

    assertThat(methodsOf(() -> fetch(Optional.of(first), NOW.plus(Duration.ofHours(1)))))
        .containsExactly("REPORT", "REPORT");
  }

  @Test
  void a_task_is_completed_there_with_everything_that_it_says() throws Exception {
    there.put("t.ics", "VTODO", "SUMMARY:Pay", "X-OWN;X-A=b:one two", "DUE;VALUE=DATE:20261128");

    connector.execute(access(NOW), command(Command.Verb.COMPLETE));

    assertThat(there.ask("GET", "t.ics", ""))
        .contains("STATUS:COMPLETED", "PERCENT-COMPLETE:100", "COMPLETED:20261127T120000Z")
        .contains("SUMMARY:Pay", "X-OWN;X-A=b:one two", "DUE;VALUE=DATE:20261128");
  }

  private static Command command(Command.Verb verb) {
    return new Command("00000000-0000-4000-8000-000000000001", verb, "t.ics", NOW);
  }

  @Test
  void a_recurring_task_is_completed_for_this_time_and_comes_back() throws Exception {
    there.put("t.ics", "VTODO", "SUMMARY:Pay", "DTSTART;VALUE=DATE:20261120", "RRULE:FREQ=WEEKLY");
    Fetch first = fetch(Optional.empty(), NOW);
    assertThat(titles(first)).containsExactly("Pay");

    connector.execute(access(NOW), command(Command.Verb.COMPLETE));

    Fetch second = fetch(Optional.of(first), NOW);
    assertThat(second.changes()).containsExactly(new Change.Gone("t.ics"));
    Fetch later = fetch(Optional.of(second), NOW.plus(Duration.ofDays(7)));
    assertThat(titles(later)).containsExactly("Pay");
  }

  @Test
  void what_has_changed_in_between_is_not_overwritten() throws Exception {
    there.add("Pay");
    String key = "task-1.ics";
    there.gate.beforePut(() -> there.rename(key, "Pay twice"));
    Command command = new Command("c", Command.Verb.COMPLETE, key, NOW);

    assertThat(failure(() -> connector.execute(access(NOW), command))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(there.ask("GET", key, "")).contains("Pay twice").doesNotContain("COMPLETED");
    there.gate.beforePut(() -> {});
    connector.execute(access(NOW), command);

    assertThat(there.ask("GET", key, "")).contains("Pay twice", "STATUS:COMPLETED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://localhost/ada/",
        "//evil.example/ada/",
        "https://evil.example/",
        "file:///etc/passwd",
        "?q",
        "#f",
        "ada/ cal"
      })
  void nobody_is_led_to_another_server(String target) {
    Access access = KnownAccess.to(CaldavConnector.NAME, ADA, target, there.secrets(), NOW);

    assertThat(failure(() -> connector.fetch(access, Optional.empty()))).isEqualTo(Kind.REVOKED);
    assertThat(there.gate.asked()).isEmpty();
  }

  @Test
  void a_wrong_password_is_refused_by_radicale_itself() {
    Access access =
        KnownAccess.to(CaldavConnector.NAME, ADA, there.target(), Secrets.of("ada:no"), NOW);

    assertThat(failure(() -> connector.fetch(access, Optional.empty()))).isEqualTo(Kind.REVOKED);
  }

  @ParameterizedTest
  @CsvSource({
    "207, <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><multistatus>&b;</multistatus>",
    "207, <multistatus><response>",
    "207, not xml",
    "200, <multistatus/>",
    "207, <multistatus/>",
    "302, ''",
    "404, ''",
    "412, ''"
  })
  void what_nobody_understands_is_told(int status, String body) {
    there.gate.always(new Fault(status, Map.of("Location", "http://127.0.0.1:1/"), body));

    assertThat(failure(() -> fetch(Optional.empty(), NOW))).isEqualTo(Kind.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({"403, REVOKED", "410, STALE", "429, THROTTLED", "500, UNAVAILABLE"})
  void a_status_means_what_it_means(int status, Kind kind) {
    there.gate.always(new Fault(status, Map.of(), ""));

    assertThat(failure(() -> fetch(Optional.empty(), NOW))).isEqualTo(kind);
  }

  @Test
  void a_list_that_was_cut_off_is_gone_on_with() throws Exception {
    String cut =
        """
        <multistatus xmlns="DAV:"><response><href>%s</href><status>HTTP/1.1 507 Full</status>
        </response><sync-token>more</sync-token></multistatus>"""
            .formatted("/x/");
    Fetch first = fetch(Optional.empty(), NOW);
    there.gate.always(new Fault(207, Map.of(), cut));

    Fetch second = fetch(Optional.of(first), NOW);

    assertThat(second.isLast()).isFalse();
    assertThat(second.next().value()).endsWith(" more");
  }

  @Test
  void a_resource_that_is_broken_leaves_the_others_and_what_is_known_alone() throws Exception {
    Fetch first = fetch(Optional.empty(), NOW);
    there.put("a.ics", "VTODO", "SUMMARY:Odd", "DUE;TZID=Mars/Olympus:20261128T120000");
    there.put("b.ics", "VTODO", "SUMMARY:Pay", "DUE;VALUE=DATE:20261128");

    Fetch second = fetch(Optional.of(first), NOW);

    assertThat(second.changes())
        .containsExactly(
            new Change.Open(
                Candidate.of(CaldavConnector.NAME, "b.ics", "Pay")
                    .due(LocalDate.of(2026, 11, 28))));
  }

  /** Radicale answers by HTTP/1.0, and closes each connection unannounced. */
  @Test
  void a_server_may_close_after_each_answer() throws Exception {
    there.add("Pay");
    Connector direct =
        CaldavConnector.at(there.radicale.address(), Remote.client(), Clock.systemUTC())
            .zones(any -> ZoneOffset.UTC);
    String target = there.target().substring(there.gate.address().toString().length());
    for (int i = 0; i < 30; i++) {
      Access access = KnownAccess.to(CaldavConnector.NAME, ADA, target, there.secrets(), NOW);
      assertThat(titles(direct.fetch(access, Optional.empty()))).containsExactly("Pay");
    }
  }
}
