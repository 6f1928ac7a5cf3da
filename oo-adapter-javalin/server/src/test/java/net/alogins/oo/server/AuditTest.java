package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.AuditAct;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what, written down by the server and read by a verb. */
class AuditTest {

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void name() {
    data = new DataDirectory(directory.resolve("data"));
  }

  private Outcome audit(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "audit";
    all[1] = "--data-dir";
    all[2] = data.path().toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return Terminal.run(all);
  }

  @Test
  void what_people_and_staff_do_is_written_down_without_their_words() throws IOException {
    String ada;
    String otto;
    String tip;
    String session;
    try (GuardedServer server = GuardedServer.in(directory, "--staff", "otto=operator")) {
      ada = server.issuer() + "#ada";
      otto = server.issuer() + "#otto";
      Browser desk = server.signedIn("ada");
      tip =
          desk.postFromPage("/v1/tips", "{}").body().replaceFirst("(?s).*\"id\":\"(.{32}).*", "$1");
      desk.get("/v1/export");
      Browser phone = server.signedIn("ada");
      session = phone.get("/sessions").body().replaceFirst(".*?\"name\":\"(.{22})\".*", "$1");
      desk.deleteFromPage("/sessions/" + session);
      Browser staff = server.signedIn("otto");
      staff.postFromPage("/v1/admin/decisions/" + tip + "/replay", "{\"user\":\"" + ada + "\"}");
      staff.postFromPage("/v1/admin/rebuild", "{}");
      staff.postFromPage("/logout", "");
      desk.deleteFromPage("/sessions");
    }

    Outcome outcome = audit();

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out().lines().map(line -> line.replaceFirst("^(\\d+) \\S+Z", "$1")))
        .containsExactly(
            "1 " + ada + " sign-in",
            "2 " + ada + " exportOwn",
            "3 " + ada + " sign-in",
            "4 " + ada + " session-end: " + session,
            "5 " + otto + " sign-in",
            "6 " + otto + " replay of " + ada + ": " + tip,
            "7 " + otto + " rebuild",
            "8 " + otto + " sign-out",
            "9 " + ada + " sign-out-everywhere",
            outcome.out().lines().toList().get(9));
    assertThat(outcome.out()).contains("whole, and ends with entry 9 of hash ");
    assertThat(outcome.out()).doesNotContain("Water the plants", "Call Jo");
  }

  @Test
  void the_one_person_of_a_server_without_a_login_is_written_down_too() throws IOException {
    Settings settings = new Settings(Place.in(data), 0, List.of(), false);
    Server server = Guice.createInjector(new ServerModule(settings)).getInstance(Server.class);
    try (server) {
      Browser browser = new Browser(URI.create(server.start()));
      assertThat(browser.get("/v1/export").status()).isEqualTo(200);
      assertThat(browser.get("/sessions").status()).isEqualTo(404);
      assertThat(server.drain()).isTrue();
    }

    assertThat(audit().out()).startsWith("1 ").contains(" me exportOwn\n");
  }

  private String threeActs() {
    try (Kept kept = data.open()) {
      for (String about : List.of("one", "two", "three")) {
        kept.audit().append(AuditAct.own(new UserId("ada"), "consent", about), Instant.EPOCH);
      }
      return kept.audit().end().hash();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update identity_audit set about = 'twp' where seq = 2",
        "update identity_audit set at_millis = at_millis | 1 where seq = 2",
        "delete from identity_audit where seq = 2",
        "delete from identity_audit where seq = 3"
      })
  void what_was_changed_behind_the_servers_back_is_said(String change) throws SQLException {
    threeActs();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.database());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(change);
    }

    Outcome outcome = audit();

    assertThat(outcome.exit()).isEqualTo(65);
    assertThat(outcome.err()).contains("the audit log is not as it was written: ", " must ");
    assertThat(outcome.out()).startsWith("1 1970-01-01T00:00:00Z ada consent: one");
  }

  @Test
  void a_hash_that_was_noted_is_looked_for() {
    String noted = threeActs();
    threeActs();

    assertThat(audit("--holds", noted).exit()).isZero();
    Outcome other = audit("--holds", "x" + noted.substring(1));
    assertThat(other.exit()).isEqualTo(65);
    assertThat(other.err()).contains("must hold the hash");
  }

  @Test
  void a_name_cannot_write_to_the_terminal() {
    threeActs();
    try (Kept kept = data.open()) {
      kept.audit()
          .append(AuditAct.own(new UserId("ada"), "consent", "\u001b[2J\n9 x"), Instant.EPOCH);
    }

    assertThat(audit().out()).contains("4 1970-01-01T00:00:00Z ada consent: ?[2J?9 x");
  }
}
