package net.alogins.oo.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real page in a real browser, whose person has to sign in. */
class SignInBrowserTest {

  @RegisterExtension private final InChromium browser = new InChromium();

  @TempDir private Path directory;

  @Test
  void somebody_signs_in_gives_an_answer_and_signs_out() throws IOException {
    BrowserContext context = browser.somebody();
    try (GuardedServer server = GuardedServer.in(directory)) {
      TipsPage page = TipsPage.open(context, server.address());

      page.click("sign-in");
      String first = page.tip();
      page.click("done");
      page.says("Done");
      page.after(first);
      assertThat(page.page().url()).isEqualTo(server.address().toString());
      assertThat(context.cookies()).hasSize(1).allMatch(cookie -> cookie.httpOnly);

      page.click("sign-out");
      assertThat(page.at("sign-in")).isVisible();
      assertThat(context.cookies()).isEqualTo(List.of());
    }
  }
}
