package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.alogins.oo.calendar.Radicale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody connects a calendar of a real Radicale to the real server. */
class CaldavServerTest {

  private static final String CALENDAR = "/ada/of-the-server/";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @TempDir private Path directory;
  private Radicale radicale;
  private ServerProcess server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    radicale = Radicale.shared();
    radicale.ask("MKCALENDAR", CALENDAR, "");
    put("VTODO", "short", "SUMMARY:Call Jo", "ESTIMATED-DURATION:PT10M");
    put("VTODO", "long", "SUMMARY:Tidy up", "ESTIMATED-DURATION:PT2H", "PRIORITY:1");
    String soon = TIME.format(Instant.now().plus(Duration.ofMinutes(40)));
    put("VEVENT", "meeting", "SUMMARY:Meet", "DTSTART:" + soon, "DURATION:PT1H");
    server =
        ServerProcess.serving(
            "--data-dir",
            directory.resolve("data").toString(),
            "--port",
            "0",
            "--tasks",
            Files.createFile(directory.resolve("my.todo.txt")).toString(),
            "--caldav",
            radicale.address().toString(),
            "--sync-every",
            "1");
    client = new Client(server.address());
  }

  private void put(String kind, String key, String... lines) throws IOException {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\nBEGIN:%s\r\nUID:%s\r\n%s\r\nEND:%s\r\nEND:VCALENDAR\r\n"
            .formatted(kind, key, String.join("\r\n", lines), kind);
    radicale.ask("PUT", CALENDAR + key + ".ics", text);
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
      radicale.ask("DELETE", CALENDAR, "");
    }
  }

  private HttpResponse<String> connect(String id, String target) throws IOException {
    return client.post(
        "/v1/connections",
        "{\"id\":\"%s\",\"connector\":\"caldav\",\"target\":\"%s\",\"secret\":\"%s\",\"mayWrite\":true}"
            .formatted(id, target, Radicale.USER + ":" + Radicale.PASSWORD));
  }

  private String state() throws IOException {
    JsonNode all = Client.json(client.get("/v1/connections"));
    return all.path("connections").path(0).path("state").asText();
  }

  @Test
  void a_tip_fits_before_the_next_event_and_is_completed_in_the_calendar() throws IOException {
    assertThat(connect("c1", CALENDAR).statusCode()).isEqualTo(201);
    await().atMost(Duration.ofSeconds(30)).until(() -> client.tip().length() > 0);

    JsonNode tip = Client.json(client.get("/v1/tips/current")).path("tip");
    assertThat(tip.path("title").asText()).isEqualTo("Call Jo");
    String decision =
        client.get("/v1/admin/decisions/" + tip.path("id").asText() + "?user=me").body();
    assertThat(decision).contains("too-long-now");

    assertThat(client.react(tip.path("id").asText(), "done", "r1")).isTrue();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> radicale.ask("GET", CALENDAR + "short.ics", "").contains("STATUS:COMPLETED"));
    assertThat(radicale.ask("GET", CALENDAR + "long.ics", "")).doesNotContain("COMPLETED");
    assertThat(state()).isEqualTo("active");
  }

  @Test
  void nobody_is_led_to_another_server() throws IOException {
    for (String target : List.of("http://127.0.0.1:1/", "//localhost/ada/")) {
      connect("c" + target.length(), target);
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(client.get("/v1/connections").body())
                    .contains("reconnect")
                    .doesNotContain("active"));
  }
}
