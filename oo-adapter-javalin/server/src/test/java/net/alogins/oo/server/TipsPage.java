package net.alogins.oo.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The page as a person sees it. */
final class TipsPage {

  private final Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private TipsPage(Page page) {
    this.page = page;
    page.onRequest(request -> requests.add(request.url()));
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  static TipsPage open(BrowserContext context, URI address) {
    TipsPage opened = new TipsPage(context.newPage());
    opened.page.navigate(address.toString());
    return opened;
  }

  Page page() {
    return page;
  }

  /** The title of the tip, once the card takes presses. */
  String tip() {
    settled();
    return at("tip-title").innerText();
  }

  private void settled() {
    assertThat(at("done")).isEnabled();
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  void click(String testId) {
    at(testId).click();
  }

  void press(String key) {
    settled();
    page.keyboard().press(key);
  }

  /** Waits until the keys go there. */
  void focused(String testId) {
    assertThat(at(testId)).isFocused();
  }

  /** Waits until another tip than {@code old} is shown; its title. */
  String after(String old) {
    assertThat(at("tip-title")).not().hasText(old);
    return tip();
  }

  /** Waits until {@code title} is shown. */
  void showing(String title) {
    assertThat(at("tip-title")).hasText(title);
    settled();
  }

  void says(String words) {
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
        .containsText(Pattern.compile(words));
  }

  /** What became of each past tip, newest first: the history is opened when it is closed. */
  List<String> outcomes(int atLeast) {
    Locator history = at("history");
    if (history.getAttribute("open") == null) {
      history.locator("summary").click();
    }
    assertThat(at("history-item").nth(atLeast - 1)).isVisible();
    return at("history-item").all().stream()
        .map(item -> item.getAttribute("data-outcome"))
        .toList();
  }

  String background() {
    return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }
}
