package net.alogins.oo.server;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What each test does in windows of its own, of the one browser that all tests share. */
final class InChromium implements BeforeEachCallback, AfterEachCallback {

  private final Deque<BrowserContext> opened = new ArrayDeque<>();
  private Optional<Shared> shared = Optional.empty();

  /** Started for the first test that needs it, and closed after the last of all tests. */
  private static final class Shared implements AutoCloseable {

    private final Chromium chromium = Chromium.start();

    @Override
    public void close() {
      chromium.close();
    }
  }

  /** Without a browser the test is skipped before anything of it begins. */
  @Override
  public void beforeEach(ExtensionContext test) {
    shared =
        Optional.of(
            test.getRoot()
                .getStore(Namespace.create(InChromium.class))
                .getOrComputeIfAbsent(Shared.class));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    opened.forEach(BrowserContext::close);
    opened.clear();
  }

  /** Somebody at another machine: no cookies, nothing kept. */
  BrowserContext somebody(NewContextOptions options) {
    BrowserContext context = shared.orElseThrow().chromium.browser().newContext(options);
    opened.add(context);
    return context;
  }

  BrowserContext somebody() {
    return somebody(new NewContextOptions());
  }
}
