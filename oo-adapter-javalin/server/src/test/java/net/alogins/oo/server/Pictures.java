package net.alogins.oo.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import net.alogins.oo.todoist.FakeTodoist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the documentation; {@code ./oo pictures} runs it. */
class Pictures {

  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getenv("OO_PICTURES")).orElse("target/pictures"));

  @TempDir private Path directory;

  @Test
  void of_the_page() throws IOException {
    try (Chromium chromium = Chromium.start();
        ServerProcess server =
            ServerProcess.serving(
                "--demo", "--port", "0", "--data-dir", directory.resolve("demo").toString())) {
      take(chromium, server, ColorScheme.LIGHT, "tip-light", page -> {});
      take(
          chromium,
          server,
          ColorScheme.DARK,
          "why-dark",
          page -> page.at("why").locator("summary").click());
    }
  }

  @Test
  void of_connections() throws IOException {
    URI nowhere = URI.create("http://127.0.0.1:1/connected");
    try (Chromium chromium = Chromium.start();
        FakeTodoist todoist = FakeTodoist.start(nowhere, Clock.systemUTC());
        ServerProcess server =
            ServerProcess.serving(
                "--demo",
                "--port",
                "0",
                "--data-dir",
                directory.resolve("connected").toString(),
                "--todoist",
                "--todoist-url",
                todoist.url().toString(),
                "--github",
                "--webhooks")) {
      todoist.account().add("Buy milk");
      take(
          chromium,
          server,
          ColorScheme.LIGHT,
          "connections",
          page -> connect(page, todoist.personalToken()));
    }
  }

  private static void connect(TipsPage page, String token) {
    page.at("connections").locator("summary").click();
    page.click("connect-todoist");
    page.at("secret").fill(token);
    page.at("may-write").check();
    page.click("let-in");
    assertThat(page.at("connection-standing")).containsText("In sync");
    page.click("connect-todoist");
    page.at("connections").scrollIntoViewIfNeeded();
  }

  private static void take(
      Chromium chromium,
      ServerProcess server,
      ColorScheme scheme,
      String name,
      Consumer<TipsPage> press) {
    NewContextOptions options =
        new NewContextOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(880, 680)
            .setDeviceScaleFactor(1.5)
            .setLocale("en-GB");
    try (BrowserContext context = chromium.browser().newContext(options)) {
      TipsPage page = TipsPage.open(context, server.address());
      page.tip();
      press.accept(page);
      page.page().screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
  }
}
