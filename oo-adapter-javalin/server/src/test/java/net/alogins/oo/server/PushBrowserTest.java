package net.alogins.oo.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody lets anything push tasks, on the page of a real browser. */
class PushBrowserTest {

  @RegisterExtension private final InChromium browser = new InChromium();

  @TempDir private Path directory;

  @Test
  void the_secret_is_shown_once_with_where_tasks_go() throws IOException {
    Path nothing = Files.createFile(directory.resolve("my.todo.txt"));
    BrowserContext context = browser.somebody();
    try (ServerProcess server =
        ServerProcess.serving(
            "--webhooks",
            "--port",
            "0",
            "--tasks",
            nothing.toString(),
            "--data-dir",
            directory.resolve("data").toString())) {
      TipsPage page = TipsPage.open(context, server.address());
      page.at("connections").locator("summary").click();
      page.click("connect-webhook");
      assertThat(page.at("secret")).hasCount(0);
      page.at("target").fill("https://127.0.0.1/");
      page.click("let-in");
      assertThat(page.at("connections-said")).containsText("target must begin with https://");
      page.at("target").fill("");
      page.click("let-in");

      assertThat(page.at("connections-said")).containsText(server.address() + "webhooks/tasks/");
      assertThat(page.at("connections-said")).containsText("signed with whsec_");
      assertThat(page.at("connection")).hasCount(1);
      page.page().reload();
      page.at("connections").locator("summary").click();
      assertThat(page.at("connection")).hasCount(1);
      assertThat(page.page().content()).doesNotContain("whsec_");
    }
  }
}
