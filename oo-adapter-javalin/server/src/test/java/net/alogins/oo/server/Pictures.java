package net.alogins.oo.server;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
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
