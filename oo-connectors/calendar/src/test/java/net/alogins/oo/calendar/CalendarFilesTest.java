package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.ConnectorException.Kind;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.KnownAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFilesTest {

  private static final UserId ADA = new UserId("ada");

  @TempDir private Path folder;
  private final BusyTimes busy = new BusyTimes();
  private CalendarFiles files;

  @BeforeEach
  void begin() throws Exception {
    files = CalendarFiles.at(folder).busy(busy).zones(any -> Ics.BERLIN);
    write("a.ics", Ics.todo("SUMMARY:Pay"));
  }

  private void write(String name, byte[] text) throws Exception {
    Files.write(folder.resolve(name), text);
  }

  private static Access access(Instant now) {
    return KnownAccess.to(CalendarFiles.NAME, ADA, "", Secrets.of("none"), now);
  }

  private Fetch fetch(Optional<Fetch> last) throws ConnectorException {
    return files.fetch(access(Ics.NOW), last.map(Fetch::next));
  }

  private static List<String> keys(Fetch fetch) {
    return fetch.changes().stream().map(Change::key).toList();
  }

  @Test
  void everything_is_told_when_a_file_has_changed_and_only_then() throws Exception {
    Fetch first = fetch(Optional.empty());
    assertThat(first.startsOver()).isTrue();
    assertThat(keys(first)).containsExactly("u");

    assertThat(fetch(Optional.of(first)).startsOver()).isFalse();
    write("b.ics", Ics.of("BEGIN:VTODO", "UID:with space", "SUMMARY:Buy", "END:VTODO"));
    Fetch second = fetch(Optional.of(first));

    assertThat(second.startsOver()).isTrue();
    assertThat(keys(second)).hasSize(2).contains("u");
  }

  @Test
  void on_another_day_everything_is_told_anew() throws Exception {
    Fetch first = fetch(Optional.empty());
    Access tomorrow = access(Ics.NOW.plus(Duration.ofDays(1)));

    assertThat(files.fetch(tomorrow, Optional.of(first.next())).startsOver()).isTrue();
  }

  @Test
  void events_say_when_somebody_is_busy() throws Exception {
    write("e.ics", Ics.event("DTSTART:20261127T113000Z", "DURATION:PT1H"));
    fetch(Optional.empty());

    assertThat(busy.minutesFree(ADA, Ics.NOW)).hasValue(30);
  }

  @Test
  void a_file_that_is_broken_is_told_by_its_line_and_one_that_is_gone_too() throws Exception {
    write("b.ics", "BEGIN:VCALENDAR\nHello".getBytes(StandardCharsets.UTF_8));

    ConnectorException broken =
        catchThrowableOfType(ConnectorException.class, () -> fetch(Optional.empty()));
    assertThat(broken.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(broken).hasMessageContaining("b.ics: line 2: calendar must be iCalendar");

    Path one = folder.resolve("a.ics");
    files = CalendarFiles.at(one);
    Files.delete(one);
    ConnectorException gone =
        catchThrowableOfType(ConnectorException.class, () -> fetch(Optional.empty()));
    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(gone).hasMessage(one + " cannot be read");
    assertThatThrownBy(() -> CalendarFiles.at(one))
        .hasMessage(
            "calendar must be an .ics file, or a folder of them, that can be read but was " + one);
  }

  @Test
  void a_task_that_is_broken_is_left_out() throws Exception {
    write("b.ics", Ics.of("BEGIN:VTODO", "UID:b", "DUE:someday", "END:VTODO"));

    assertThat(keys(fetch(Optional.empty()))).containsExactly("u");
  }
}
