package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import net.alogins.oo.server.Browser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those see who could not sign in. */
class NotSignedInTest {

  private static final String HTML = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

  @TempDir private static Path directory;
  private static GuardedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = GuardedServer.in(directory, "--allow", "ada");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertIsPage(Page page, int status) {
    assertThat(page.status()).isEqualTo(status);
    assertThat(page.header("Content-Type").orElseThrow())
        .isEqualToIgnoringWhitespace("text/html; charset=utf-8");
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.body())
        .contains("<h1>You are not signed in</h1>", "<a href=\"/login\">Try again</a>")
        .doesNotContain("<script", "<style", "style=", " must ");
  }

  @Test
  void a_browser_is_shown_a_page_that_says_nothing_of_what_was_sent() throws IOException {
    Page page =
        server
            .browser()
            .get("/login/callback?code=%3Cscript%3Ealert(1)%3C/script%3E&state=y", HTML);

    assertIsPage(page, 403);
    assertThat(page.body()).doesNotContain("alert", "state", "code");
  }

  @Test
  void who_may_not_sign_in_is_shown_one_too_without_their_name() throws IOException {
    Browser mallory = server.browser();

    Page page = mallory.get(server.back(server.go(mallory), "mallory-of-nowhere"), HTML);

    assertIsPage(page, 403);
    assertThat(page.body()).contains("may not be used here").doesNotContain("mallory");
    assertThat(mallory.cookies).isEmpty();
  }

  @Test
  void a_program_is_told_the_rule() throws IOException {
    Page page = server.browser().get("/login/callback?code=x&state=y", "Accept: */*");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.header("Content-Type")).contains("application/problem+json");
    assertThat(page.body()).contains("a login must be ended once");
  }
}
