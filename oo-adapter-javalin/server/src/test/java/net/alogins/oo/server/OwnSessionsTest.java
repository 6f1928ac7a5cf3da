package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import net.alogins.oo.server.Browser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at one's own sessions, and ending them. */
class OwnSessionsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path directory;
  private static GuardedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = GuardedServer.in(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<JsonNode> sessions(Browser browser) throws IOException {
    Page page = browser.get("/sessions");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).contains("no-store");
    JsonNode all = JSON.readTree(page.body()).get("sessions");
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  private static String name(Browser browser) throws IOException {
    return sessions(browser).stream()
        .filter(session -> session.get("current").asBoolean())
        .findFirst()
        .orElseThrow()
        .get("name")
        .asText();
  }

  private static int status(Browser browser) throws IOException {
    return browser.get("/v1/tips/current").status();
  }

  @Test
  void one_sees_where_one_has_signed_in_and_which_is_this() throws IOException {
    Browser desk = server.signedIn("ada of the desk");
    Browser phone = server.signedIn("ada of the desk");
    server.signedIn("bob");

    assertThat(sessions(desk)).hasSize(2);
    assertThat(sessions(desk)).filteredOn(one -> one.get("current").asBoolean()).hasSize(1);
    assertThat(name(desk)).isNotEqualTo(name(phone)).matches("[A-Za-z0-9_-]{22}");
    assertThat(sessions(desk).get(0).get("begun").asText()).matches("\\d{4}-.*Z");
    assertThat(desk.get("/sessions").body())
        .doesNotContain(desk.cookies.get("oo"), phone.cookies.get("oo"), "ada");
  }

  @Test
  void one_that_is_ended_is_signed_out_and_nobody_else() throws IOException {
    Browser desk = server.signedIn("eva");
    Browser phone = server.signedIn("eva");
    String name = name(phone);

    Page ended = desk.deleteFromPage("/sessions/" + name);

    assertThat(ended.status()).isEqualTo(204);
    assertThat(status(phone)).isEqualTo(401);
    assertThat(status(desk)).isEqualTo(200);
    assertThat(desk.deleteFromPage("/sessions/" + name).status()).isEqualTo(404);
    assertThat(desk.deleteFromPage("/sessions/" + name(desk)).headers("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("oo=;"));
    assertThat(status(desk)).isEqualTo(401);
  }

  @Test
  void a_session_of_somebody_else_answers_like_one_that_never_was() throws IOException {
    Browser carl = server.signedIn("carl");
    Browser eve = server.signedIn("eve");

    Page foreign = eve.deleteFromPage("/sessions/" + name(carl));
    Page unknown = eve.deleteFromPage("/sessions/" + "x".repeat(22));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(status(carl)).isEqualTo(200);
  }

  @Test
  void all_end_at_once_also_the_one_that_asks() throws IOException {
    Browser desk = server.signedIn("dora");
    Browser phone = server.signedIn("dora");
    Browser fred = server.signedIn("fred");

    assertThat(desk.deleteFromPage("/sessions").status()).isEqualTo(204);

    assertThat(desk.cookies).isEmpty();
    assertThat(status(desk)).isEqualTo(401);
    assertThat(status(phone)).isEqualTo(401);
    assertThat(status(fred)).isEqualTo(200);
  }

  @Test
  void nobody_sees_or_ends_anything() throws IOException {
    assertThat(server.browser().get("/sessions").status()).isEqualTo(401);
    assertThat(server.browser().deleteFromPage("/sessions").status()).isEqualTo(401);
    assertThat(server.browser().deleteFromPage("/sessions/x").status()).isEqualTo(401);
  }

  @Test
  void what_a_foreign_page_can_send_ends_nothing() throws IOException {
    Browser gina = server.signedIn("gina");

    assertThat(gina.delete("/sessions").status()).isEqualTo(403);
    assertThat(gina.delete("/sessions", "X-OO: page").status()).isEqualTo(403);
    assertThat(gina.delete("/sessions", "Origin: https://evil.example", "X-OO: page").status())
        .isEqualTo(403);
    assertThat(gina.get("/sessions/" + name(gina)).status()).isIn(404, 405);
    assertThat(status(gina)).isEqualTo(200);
  }
}
