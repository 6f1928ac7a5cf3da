package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import net.alogins.oo.server.Browser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What some may do beyond what is their own, and how often anybody may ask. */
class StaffTest {

  @TempDir private static Path directory;
  private static GuardedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = GuardedServer.in(directory, "--staff", "vera=viewer,otto=operator,ada=ADMIN");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int look(String subject) throws IOException {
    return server.signedIn(subject).get("/v1/admin/standing").status();
  }

  private static int rebuild(String subject) throws IOException {
    return server.signedIn(subject).postFromPage("/v1/admin/rebuild", "{}").status();
  }

  @Test
  void each_may_do_what_their_role_covers() throws IOException {
    assertThat(server.browser().get("/v1/admin/standing").status()).isEqualTo(401);
    assertThat(look("bob")).isEqualTo(403);
    assertThat(look("vera")).isEqualTo(200);
    assertThat(rebuild("vera")).isEqualTo(403);
    assertThat(rebuild("otto")).isEqualTo(200);
    assertThat(rebuild("ada")).isEqualTo(200);
  }

  @Test
  void who_asks_without_a_pause_is_told_when_to_come_back() throws IOException {
    Browser eve = server.signedIn("eve");
    Browser bob = server.signedIn("bob");

    Page last =
        IntStream.range(0, 500)
            .mapToObj(i -> got(eve))
            .filter(page -> page.status() != 200)
            .findFirst()
            .orElseThrow();

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isPresent();
    assertThat(got(bob).status()).isEqualTo(200);
  }

  private static Page got(Browser browser) {
    try {
      return browser.get("/v1/tips/current");
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
