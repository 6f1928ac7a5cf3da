package net.alogins.oo.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.alogins.oo.todoist.FakeTodoist;
import net.alogins.oo.todoist.FakeTodoist.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody connects the Todoist that its SDK has judged, in a real browser, by its own page. */
class TodoistBrowserTest {

  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

  @RegisterExtension private final InChromium browser = new InChromium();

  @TempDir private Path directory;
  private FakeTodoist todoist;
  private ServerProcess server;
  private BrowserContext context;

  @BeforeEach
  void start() throws IOException {
    int port = free();
    URI back = URI.create("http://127.0.0.1:" + port + "/connected");
    todoist = FakeTodoist.start(back, Clock.systemUTC());
    List.of("Buy milk", "Call Jo", "Pay the rent").forEach(todoist.account()::add);
    server = serving(port);
    context = browser.somebody();
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private ServerProcess serving(int port) throws IOException {
    Path nothing = Files.createFile(directory.resolve("my.todo.txt"));
    List<String> serve =
        Jvm.quick()
            .command(
                Main.class,
                "serve",
                "--data-dir",
                directory.resolve("data").toString(),
                "--port",
                "" + port,
                "--tasks",
                nothing.toString(),
                "--todoist-client-id",
                FakeTodoist.CLIENT,
                "--todoist-url",
                todoist.url().toString(),
                "--sync-every",
                "1");
    ProcessBuilder process = new ProcessBuilder(serve).redirectError(Redirect.INHERIT);
    process.environment().put("OO_TODOIST_CLIENT_SECRET", FakeTodoist.SECRET);
    return ServerProcess.of(process);
  }

  @AfterEach
  void stop() {
    server.close();
    todoist.close();
  }

  private TipsPage connected() {
    TipsPage page = TipsPage.open(context, server.address());
    page.at("connections").locator("summary").click();
    page.click("connect-todoist");
    page.at("may-write").check();
    page.click("let-in");
    assertThat(page.at("connection")).isVisible();
    return page;
  }

  private static void standing(TipsPage page, String words) {
    assertThat(page.at("connection-standing")).containsText(words, PATIENTLY);
  }

  @Test
  void what_is_done_here_is_done_there() {
    TipsPage page = connected();
    standing(page, "In sync");
    String first = page.tip();
    assertThat(page.page().url()).isEqualTo(server.address().toString());

    page.click("done");
    page.says("Done");
    page.after(first);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(todoist.account().open()).hasSize(2));
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).noneMatch(url -> url.contains("code=") && url.contains("/v1/"));
  }

  @Test
  void whoever_is_not_let_in_any_more_is_told_and_connects_again() {
    TipsPage page = connected();
    String first = page.tip();

    todoist.revokeTokens();
    standing(page, "does not let oO in any more");
    page.click("dismiss");
    page.after(first);

    page.click("reconnect");
    page.click("let-in");
    standing(page, "In sync");
    assertThat(page.at("connection")).hasCount(1);
  }

  @Test
  void outages_and_throttling_are_told_and_tips_go_on() {
    TipsPage page = connected();
    String first = page.tip();

    todoist.always(new Fault(429, Map.of("Retry-After", "3"), "{}"));
    standing(page, "Todoist asks oO to wait");
    page.click("done");
    page.after(first);
    todoist.always(new Fault(503, Map.of(), ""));
    standing(page, "Todoist does not answer");
    page.click("dismiss");
    page.says("Dismissed");
  }

  @Test
  void who_disconnects_leaves_no_token_behind() {
    TipsPage page = connected();
    standing(page, "In sync");

    page.click("disconnect");
    assertThat(page.at("connection")).hasCount(0);
    page.page().reload();

    assertThat(page.at("silence")).isVisible();
    assertThat(todoist.requests()).contains("POST /api/v1/revoke");
  }
}
