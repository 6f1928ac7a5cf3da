package net.alogins.oo.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.alogins.oo.calendar.Radicale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody connects a calendar of a real Radicale, on the page of a real browser. */
class CaldavBrowserTest {

  private static final String CALENDAR = "/ada/of-the-browser/";
  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

  @RegisterExtension private final InChromium browser = new InChromium();

  @TempDir private Path directory;
  private Radicale radicale;
  private ServerProcess server;

  @BeforeEach
  void start() throws Exception {
    radicale = Radicale.shared();
    radicale.ask("MKCALENDAR", CALENDAR, "");
    radicale.ask(
        "PUT",
        CALENDAR + "call.ics",
        """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//t//t\r
        BEGIN:VTODO\r
        UID:call\r
        SUMMARY:Call Jo\r
        END:VTODO\r
        END:VCALENDAR\r
        """);
    server =
        ServerProcess.serving(
            "--data-dir",
            directory.resolve("data").toString(),
            "--port",
            "0",
            "--tasks",
            Files.createFile(directory.resolve("my.todo.txt")).toString(),
            "--caldav",
            radicale.address().toString(),
            "--sync-every",
            "1");
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
      radicale.ask("DELETE", CALENDAR, "");
    }
  }

  /** Of where the calendar is nothing is said: all that are there are found. */
  private static TipsPage connected(BrowserContext context, ServerProcess to, String secret) {
    TipsPage page = TipsPage.open(context, to.address());
    page.at("connections").locator("summary").click();
    page.click("connect-caldav");
    page.at("secret").fill(secret);
    page.at("may-write").check();
    page.click("let-in");
    return page;
  }

  @Test
  void a_task_of_the_calendar_is_a_tip_and_done_there() throws IOException {
    TipsPage page = connected(browser.somebody(), server, Radicale.USER + ":" + Radicale.PASSWORD);
    assertThat(page.at("connection-standing")).containsText("In sync", PATIENTLY);
    page.showing("Call Jo");

    page.click("done");
    page.says("Done");

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> radicale.ask("GET", CALENDAR + "call.ics", "").contains("STATUS:COMPLETED"));
    assertThat(page.complaints()).isEmpty();
    assertThat(page.page().content()).doesNotContain(Radicale.PASSWORD);
  }

  @Test
  void a_wrong_password_is_told_and_can_be_set_right() {
    TipsPage page = connected(browser.somebody(), server, Radicale.USER + ":wrong");
    assertThat(page.at("connection-standing"))
        .containsText("CalDAV does not let oO in any more", PATIENTLY);

    page.click("reconnect");
    Locator again = page.at("connection");
    again.getByTestId("secret").fill(Radicale.USER + ":" + Radicale.PASSWORD);
    again.getByTestId("let-in").click();

    assertThat(page.at("connection-standing")).containsText("In sync", PATIENTLY);
    page.showing("Call Jo");
  }
}
