package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.calendar.Gate.Fault;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.ConnectorException.Kind;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.testkit.KnownAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody's calendars on a real Radicale, from wherever they say that it is. */
class DiscoveryTest {

  private static final UserId ADA = new UserId("ada");
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final String OTHER = "/ada/other/";
  private static final String BOOK = "/ada/book/";

  private RadicaleSystem there;
  private Connector connector;

  @BeforeEach
  void start() throws Exception {
    there = RadicaleSystem.found();
    connector = there.connector();
    there.radicale.ask("MKCALENDAR", OTHER, "");
    there.radicale.ask(
        "MKCOL",
        BOOK,
        """
        <mkcol xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype>
        <collection/><c:addressbook/></resourcetype></prop></set></mkcol>""");
  }

  @AfterEach
  void close() throws IOException {
    if (there != null) {
      remove(OTHER);
      remove(BOOK);
      there.close();
    }
  }

  private void remove(String path) throws IOException {
    try {
      there.radicale.ask("DELETE", path, "");
    } catch (IllegalStateException gone) {
      assertThat(gone).hasMessageEndingWith(" 404");
    }
  }

  private void put(String calendar, String key, String... lines) throws IOException {
    there.radicale.ask(
        "PUT",
        calendar + key,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\nBEGIN:VTODO\r\nUID:%s\r\n%s\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
            .formatted(key, String.join("\r\n", lines)));
  }

  private Access access(String target) {
    return KnownAccess.to(CaldavConnector.NAME, ADA, target, there.secrets(), NOW);
  }

  private Fetch fetch(String target, Optional<Fetch> last) throws Exception {
    return connector.fetch(access(target), last.map(Fetch::next));
  }

  private static List<String> titles(Fetch fetch) {
    return fetch.changes().stream()
        .filter(Change.Open.class::isInstance)
        .map(change -> ((Change.Open) change).task().title())
        .sorted()
        .toList();
  }

  private List<String> asked(int since) {
    return there.gate.asked().stream()
        .skip(since)
        .map(asked -> asked.substring(0, asked.indexOf(' ')))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "ada/", "/ada", ".well-known/caldav", "/.well-known/caldav"})
  void all_calendars_of_whoever_is_let_in_are_found(String target) throws Exception {
    there.add("Pay");
    put(OTHER, "task-1.ics", "SUMMARY:Call Jo");

    Fetch fetch = fetch(target, Optional.empty());

    assertThat(titles(fetch)).containsExactly("Call Jo", "Pay");
    assertThat(fetch.changes().stream().map(Change::key)).contains("ada/other/task-1.ics");
  }

  @Test
  void when_nothing_has_changed_one_request_says_so_for_all() throws Exception {
    there.add("Pay");
    Fetch first = fetch("", Optional.empty());
    int before = there.gate.asked().size();

    assertThat(fetch("", Optional.of(first)).changes()).isEmpty();

    assertThat(asked(before)).containsExactly("PROPFIND");
  }

  @Test
  void only_the_calendar_that_has_changed_is_asked() throws Exception {
    there.add("Pay");
    Fetch first = fetch("", Optional.empty());
    put(OTHER, "x.ics", "SUMMARY:Call Jo");
    int before = there.gate.asked().size();

    assertThat(titles(fetch("", Optional.of(first)))).containsExactly("Call Jo");

    assertThat(there.gate.asked().stream().skip(before).limit(3))
        .containsExactly("PROPFIND /ada/", "REPORT " + OTHER, "REPORT " + OTHER);
  }

  @Test
  void a_calendar_that_is_new_is_found_and_one_that_is_gone_takes_its_tasks_along()
      throws Exception {
    there.add("Pay");
    put(OTHER, "x.ics", "SUMMARY:Call Jo");
    Fetch first = fetch("", Optional.empty());
    there.radicale.ask("DELETE", OTHER, "");

    Fetch second = fetch("", Optional.of(first));
    assertThat(second.startsOver()).isTrue();
    assertThat(titles(second)).containsExactly("Pay");
    there.radicale.ask("MKCALENDAR", OTHER, "");
    put(OTHER, "y.ics", "SUMMARY:Buy milk");

    assertThat(titles(fetch("", Optional.of(second)))).containsExactly("Buy milk", "Pay");
  }

  @Test
  void a_task_that_was_found_is_completed_where_it_is() throws Exception {
    put(OTHER, "x.ics", "SUMMARY:Call Jo");
    String key = fetch("", Optional.empty()).changes().get(0).key();

    connector.execute(access(""), new Command("c", Command.Verb.COMPLETE, key, NOW));

    assertThat(there.radicale.ask("GET", OTHER + "x.ics", "")).contains("STATUS:COMPLETED");
  }

  private ConnectorException failure() {
    return catchThrowableOfType(ConnectorException.class, () -> fetch("", Optional.empty()));
  }

  /** Of one resource, which has these properties. */
  private static Fault saying(String href, String properties) {
    return new Fault(
        207,
        Map.of(),
        """
        <multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><response><href>%s</href>
        <propstat><prop>%s</prop><status>HTTP/1.1 200 OK</status></propstat></response>%s
        </multistatus>"""
            .formatted(href, properties, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/ada/",
        "//127.0.0.1:%d/ada/",
        "http://localhost:%d/",
        "http://[::1]:%d/",
        "http://ada@127.0.0.1:%d/",
        "file:///etc/passwd?%d",
      })
  void nobody_is_led_elsewhere_by_what_the_server_says(String elsewhere) throws Exception {
    try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String led = elsewhere.formatted(canary.getLocalPort());
      for (String property : List.of("current-user-principal", "c:calendar-home-set")) {
        there.gate.always(
            saying("/", "<%s><href>%s</href></%s>".formatted(property, led, property)));
        assertThat(failure().kind()).isEqualTo(Kind.MALFORMED);
      }
      there.gate.always(new Fault(301, Map.of("Location", led.strip()), ""));
      assertThat(failure().kind()).isEqualTo(Kind.MALFORMED);
      canary.setSoTimeout(1);
      assertThat(catchThrowableOfType(IOException.class, canary::accept)).isNotNull();
    }
  }

  @Test
  void who_is_sent_in_circles_stops() {
    there.gate.always(new Fault(301, Map.of("Location", "/ada/"), ""));

    assertThat(failure()).hasMessage("server must redirect at most 3 times");
    assertThat(there.gate.asked()).hasSize(4);
  }

  @Test
  void calendars_are_at_most_so_many() {
    String calendars =
        IntStream.rangeClosed(0, Discovery.MOST_CALENDARS)
            .mapToObj(
                i ->
                    "<response><href>/ada/c%d/</href><propstat><prop><resourcetype><collection/><c:calendar/></resourcetype><sync-token>t</sync-token></prop><status>HTTP/1.1 200 OK</status></propstat></response>"
                        .formatted(i))
            .collect(Collectors.joining());
    Fault home = saying("/", "<c:calendar-home-set><href>/ada/</href></c:calendar-home-set>");
    there.gate.always(
        new Fault(
            207, Map.of(), home.body().replace("</multistatus>", calendars + "</multistatus>")));

    assertThat(failure()).hasMessage("calendars must be at most 20 but were 21");
  }

  @Test
  void a_server_that_says_nothing_of_calendars_is_not_understood() {
    there.gate.always(saying("/", "<resourcetype><collection/></resourcetype>"));

    assertThat(failure()).hasMessageContaining("must lead to calendars");
  }
}
