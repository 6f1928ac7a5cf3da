package net.alogins.oo.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The real browser that OO_CHROMIUM names; {@code ./oo test} installs one where it may. */
final class Chromium implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** The browser; without one the test is skipped, and says so. */
  static Chromium start() {
    Optional<String> executable = Optional.ofNullable(System.getenv("OO_CHROMIUM"));
    Assumptions.assumeTrue(
        executable.isPresent(), "no Chromium: set OO_CHROMIUM to one, or run ./oo test as root");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions options =
        new LaunchOptions()
            .setExecutablePath(Path.of(executable.get()))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
