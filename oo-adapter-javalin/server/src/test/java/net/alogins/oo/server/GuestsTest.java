package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has a session, but may be here no more. */
class GuestsTest {

  @Test
  void who_is_no_longer_allowed_is_out_at_once_and_so_is_everybody_of_another_provider(
      @TempDir Path own) throws IOException {
    try (GuardedServer restarted = GuardedServer.in(own, "--allow", "ada,bob")) {
      Map<String, String> adas = restarted.signedIn("ada").cookies;
      Map<String, String> bobs = restarted.signedIn("bob").cookies;

      restarted.restartWith("--allow", "ada");
      assertThat(status(restarted, adas)).isEqualTo(200);
      assertThat(status(restarted, bobs)).isEqualTo(401);

      restarted.restartWith();
      assertThat(status(restarted, bobs)).isEqualTo(200);

      restarted.restartWithAnotherProvider();
      assertThat(status(restarted, adas)).isEqualTo(401);
      assertThat(status(restarted, bobs)).isEqualTo(401);
    }
  }

  private static int status(GuardedServer server, Map<String, String> cookies) throws IOException {
    Browser browser = server.browser();
    browser.cookies.putAll(cookies);
    return browser.get("/v1/tips/current").status();
  }
}
