package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that was given iCalendar files of this machine. */
class CalendarFileServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @TempDir private Path folder;

  private Path write(String name, String... lines) throws IOException {
    Path calendars = Files.createDirectories(folder.resolve("calendars"));
    Files.writeString(
        calendars.resolve(name),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\n%s\r\nEND:VCALENDAR\r\n"
            .formatted(String.join("\r\n", lines)));
    return calendars;
  }

  private Path task(String name, String title, String... more) throws IOException {
    return write(
        name,
        "BEGIN:VTODO",
        "UID:" + name,
        "SUMMARY:" + title,
        String.join("\r\n", more) + "END:VTODO");
  }

  private Linked serving(Path calendars) throws IOException {
    return Linked.in(folder, Map.of(), "--calendar", calendars.toString(), "--sync-every", "1");
  }

  private static JsonNode only(Linked server) throws IOException {
    return server.connections().at("/connections/0");
  }

  @Test
  void a_tip_is_of_the_files_fits_before_the_next_event_and_follows_them() throws IOException {
    String soon = TIME.format(Instant.now().plus(Duration.ofMinutes(40)));
    task("long.ics", "Tidy up", "ESTIMATED-DURATION:PT2H\r\n");
    Path calendars =
        write(
            "meet.ics", "BEGIN:VEVENT", "UID:m", "DTSTART:" + soon, "DURATION:PT1H", "END:VEVENT");
    try (Linked server = serving(calendars)) {
      await().atMost(PATIENCE).until(server::isSynced);
      assertThat(server.tip()).isEmpty();

      task("short.ics", "Call Jo", "ESTIMATED-DURATION:PT10M\r\n");

      await().atMost(PATIENCE).until(() -> server.tip().equals("Call Jo"));
      assertThat(only(server).path("mayWrite").asBoolean()).isFalse();
    }
  }

  @Test
  void a_file_that_is_broken_is_told_and_tips_go_on() throws IOException {
    try (Linked server = serving(task("a.ics", "Pay"))) {
      await().atMost(PATIENCE).until(() -> server.tip().equals("Pay"));

      Files.writeString(folder.resolve("calendars").resolve("b.ics"), "<html>");

      await()
          .atMost(PATIENCE)
          .until(() -> only(server).path("trouble").asText().equals("malformed"));
      assertThat(server.tip()).isEqualTo("Pay");
    }
  }

  @Test
  void nobody_chooses_files_of_this_machine_on_the_page() throws IOException {
    try (Linked server = serving(task("a.ics", "Pay"))) {
      assertThat(server.connections().path("connectors")).isEmpty();
      JsonNode refused =
          server.posted("/v1/connections", "{\"connector\":\"calendar\",\"secret\":\"none\"}");
      assertThat(refused.path("detail").asText())
          .contains("connector must be one that can be connected here, but nothing can");
    }
  }

  @Test
  void what_is_not_there_or_would_be_everybodys_is_refused() {
    Path absent = folder.resolve("absent.ics");
    Outcome outcome = Terminal.serve(folder.resolve("data"), "--calendar", absent.toString());
    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(outcome.err())
        .contains("calendar must be an .ics file, or a folder")
        .contains("absent.ics");

    Outcome shared =
        Terminal.serve(
            folder.resolve("data"),
            "--calendar",
            folder.toString(),
            "--issuer",
            "https://accounts.example",
            "--client-id",
            "oo");
    assertThat(shared.exit()).isEqualTo(64);
    assertThat(shared.err()).contains("calendar must not come with --issuer");
  }
}
