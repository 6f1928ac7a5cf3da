package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real page in a real browser, in front of the real server and its real database. */
class BrowserTest {

  private static final List<String> TASKS =
      List.of(
          "(A) 2026-11-01 Water the plants +home min:5",
          "2026-11-01 Call the plumber @phone min:10",
          "2026-11-01 Write the report +work min:90",
          "2026-11-01 Read a chapter +reading min:45",
          "2026-11-01 Sort the receipts +home min:30",
          "2026-11-01 Thank Jo +friends min:5",
          "2026-11-01 Back up the photos +home min:15",
          "2026-11-01 Walk around the lake +health min:40");

  @RegisterExtension private final InChromium browser = new InChromium();

  @TempDir private Path directory;
  private Path tasks;
  private ServerProcess server;
  private BrowserContext context;

  @BeforeEach
  void start() throws IOException {
    tasks = Files.write(directory.resolve("my.todo.txt"), TASKS);
    server = ServerProcess.on(directory.resolve("data"), tasks);
    context = browser.somebody(new NewContextOptions().setLocale("en-GB"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart() throws IOException {
    server = ServerProcess.on(directory.resolve("data"), tasks);
  }

  private void awaitLine(String pattern) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(Files.readAllLines(tasks)).anyMatch(line -> line.matches(pattern)));
  }

  @Test
  void done_snooze_dismiss_and_undo_by_mouse() {
    TipsPage page = TipsPage.open(context, server.address());
    String first = page.tip();

    page.click("done");
    page.says("Done");
    page.after(first);
    awaitLine("x \\d{4}-\\d{2}-\\d{2} .*" + first + ".*");

    page.click("undo");
    page.showing(first);
    awaitLine("(\\(A\\) )?2026-11-01 " + first + ".*");

    page.click("snooze");
    page.click("snooze-hour");
    page.says("Snoozed until");
    String second = page.after(first);

    page.click("dismiss");
    page.says("Dismissed");
    page.after(second);

    page.click("why");
    assertThat(page.at("why").innerText()).contains("Why this?").contains(".");
    assertThat(page.outcomes(4)).containsExactly("open", "dismissed", "withdrawn", "snoozed");
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).allMatch(url -> url.startsWith(server.address().toString()));
  }

  @Test
  void done_snooze_dismiss_and_undo_by_keyboard_and_all_is_there_after_a_restart()
      throws IOException {
    TipsPage page = TipsPage.open(context, server.address());
    String first = page.tip();
    page.press("d");
    page.says("Done");
    page.after(first);
    page.press("z");
    page.showing(first);
    page.press("Enter");
    String second = page.after(first);
    page.press("s");
    page.focused("snooze-hour");
    page.page().keyboard().press("Enter");
    String third = page.after(second);
    page.press("x");
    page.says("Dismissed");
    String fourth = page.after(third);
    List<String> outcomes = page.outcomes(5);
    String state = server.stop();

    restart();
    TipsPage again = TipsPage.open(context, server.address());
    again.showing(fourth);

    assertThat(again.outcomes(5))
        .isEqualTo(outcomes)
        .containsExactly("open", "dismissed", "snoozed", "withdrawn", "done");
    assertThat(state).contains("state ");
    assertThat(server.stop()).isEqualTo(state);
  }

  @Test
  void the_page_follows_the_systems_dark_mode_and_can_be_told_otherwise() {
    TipsPage light = TipsPage.open(context, server.address());
    light.tip();
    BrowserContext night =
        browser.somebody(new NewContextOptions().setColorScheme(ColorScheme.DARK));
    TipsPage dark = TipsPage.open(night, server.address());
    dark.tip();

    assertThat(dark.background()).isNotEqualTo(light.background());
    light.click("theme");
    assertThat(light.background()).isEqualTo(dark.background());
  }

  @Test
  void a_list_that_changes_meanwhile_changes_the_tip() throws IOException {
    TipsPage page = TipsPage.open(context, server.address());
    String first = page.tip();

    Files.write(tasks, TASKS.stream().filter(line -> !line.contains(first)).toList());
    page.page().reload();

    page.after(first);
  }
}
