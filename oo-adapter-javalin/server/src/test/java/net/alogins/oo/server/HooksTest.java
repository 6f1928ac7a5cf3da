package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.github.FakeGithub;
import net.alogins.oo.server.Browser.Page;
import net.alogins.oo.todoist.FakeTodoist;
import net.alogins.oo.todoist.FakeWebhook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other systems tell by themselves, and the server asks them what it is. */
class HooksTest {

  private static final String GITHUB = "/webhooks/github";
  private static final String TODOIST = "/webhooks/todoist";
  private static final String KEY = "octo/cat#1";

  @TempDir private Path directory;
  private FakeGithub github;
  private FakeTodoist todoist;
  private Linked server;

  @BeforeEach
  void start() throws IOException {
    github = FakeGithub.start(Clock.systemUTC());
    todoist = FakeTodoist.start(URI.create("http://127.0.0.1:1/connected"), Clock.systemUTC());
    server =
        Linked.in(
            directory,
            Map.of(
                "OO_GITHUB_WEBHOOK_SECRET",
                FakeGithub.SECRET,
                "OO_TODOIST_CLIENT_SECRET",
                FakeTodoist.SECRET),
            "--github",
            "--github-url=" + github.url(),
            "--todoist-client-id=" + FakeTodoist.CLIENT,
            "--todoist-url=" + todoist.url(),
            "--sync-every=86400");
  }

  @AfterEach
  void stop() {
    server.close();
    github.close();
    todoist.close();
  }

  private Page github(Map<String, String> told, String delivery) throws IOException {
    return github(told.getOrDefault("body", ""), told.getOrDefault("signature", ""), delivery);
  }

  private Page github(String body, String signature, String delivery) throws IOException {
    return server
        .browser()
        .post(
            GITHUB,
            body,
            Browser.json(),
            "X-Hub-Signature-256: " + signature,
            "X-GitHub-Delivery: " + delivery);
  }

  private Page todoist(FakeWebhook told) throws IOException {
    return server
        .browser()
        .post(
            TODOIST,
            told.body(),
            Browser.json(),
            "X-Todoist-Hmac-SHA256: " + told.signature(),
            "X-Todoist-Delivery-ID: " + told.delivery());
  }

  private void githubIsKnown() throws IOException {
    server.connected("github", FakeGithub.TOKEN);
    await().until(server::isSynced);
  }

  @Test
  void both_systems_can_be_connected_by_a_token_from_there() throws IOException {
    github.issues().assign("octo/cat", 1, "Feed the cat");

    JsonNode connectors = server.connections().path("connectors");
    githubIsKnown();

    assertThat(connectors.findValuesAsText("name")).containsExactly("todoist", "github");
    assertThat(connectors.at("/1/asksThere").asBoolean()).isFalse();
    assertThat(server.tip()).isEqualTo("Feed the cat");
  }

  @Test
  void what_is_done_here_is_closed_there_if_it_may_be() throws IOException {
    github.issues().assign("octo/cat", 1, "Feed the cat");
    server.posted(
        "/v1/connections",
        "{\"connector\":\"github\",\"mayWrite\":true,\"secret\":\"" + FakeGithub.TOKEN + "\"}");
    await().until(server::isSynced);
    String tip = server.posted("/v1/tips", "{}").at("/tip/id").asText();

    server.posted("/v1/feedback", "{\"tip\":\"" + tip + "\",\"kind\":\"done\"}");

    await().until(() -> github.issues().open().isEmpty());
  }

  @Test
  void what_is_put_off_until_another_day_is_due_there_on_that_day() throws IOException {
    String task = todoist.account().add("Buy milk");
    todoist.account().change(task, fields -> fields.put("due", Map.of("date", "2020-01-01")));
    server.posted(
        "/v1/connections",
        "{\"connector\":\"todoist\",\"mayWrite\":true,\"secret\":\"%s\"}"
            .formatted(todoist.personalToken()));
    await().until(server::isSynced);
    String tip = server.posted("/v1/tips", "{}").at("/tip/id").asText();
    Instant later = Instant.now().plus(Duration.ofDays(3));

    server.posted(
        "/v1/feedback",
        "{\"tip\":\"%s\",\"kind\":\"snooze\",\"until\":\"%s\"}".formatted(tip, later));

    await().until(() -> todoist.account().executed(task) == 1);
    assertThat(todoist.account().open()).contains(task);
  }

  @Test
  void an_issue_that_is_told_of_is_fetched() throws IOException {
    githubIsKnown();
    github.issues().assign("octo/cat", 1, "Feed the cat");

    Page taken = github(github.webhook(KEY), "d-1");

    assertThat(taken.status()).isEqualTo(204);
    assertThat(taken.body()).isEmpty();
    await().until(() -> server.tip().equals("Feed the cat"));
  }

  @Test
  void a_task_that_is_told_of_is_fetched() throws IOException {
    server.connected("todoist", todoist.personalToken());
    await().until(server::isSynced);
    String task = todoist.account().add("Buy milk");

    AtomicInteger told = new AtomicInteger();
    await()
        .until(
            () -> {
              String delivery = "d-" + told.incrementAndGet();

              Page taken = todoist(todoist.webhook("item:added", delivery, task));
              return taken.status() == 204 && server.tip().equals("Buy milk");
            });
    assertThat(todoist(todoist.webhook("item:added", "", task)).status()).isEqualTo(401);
  }

  @Test
  void a_delivery_that_comes_again_is_taken_like_the_first() throws IOException {
    githubIsKnown();
    github.issues().assign("octo/cat", 1, "Feed the cat");
    Map<String, String> told = github.webhook(KEY);

    for (int i = 0; i < 3; i++) {
      assertThat(github(told, "d-1").status()).isEqualTo(204);
    }

    await().until(() -> server.tip().equals("Feed the cat"));
  }

  @Test
  void what_is_not_signed_so_or_not_understood_is_refused_alike() throws IOException {
    githubIsKnown();
    github.issues().assign("octo/cat", 1, "Feed the cat");
    Map<String, String> told = github.webhook(KEY);
    String body = told.getOrDefault("body", "");
    String signature = told.getOrDefault("signature", "");

    List<Page> refused =
        List.of(
            github(body, "", "d-1"),
            github(body, "sha256=" + "0".repeat(64), "d-1"),
            github(body + " ", signature, "d-1"),
            github("{}", signature, "d-1"),
            github(body, signature.replace("sha256", "sha1"), "d-1"),
            github(body, signature, "d".repeat(129)));

    assertThat(refused)
        .allSatisfy(
            page -> {
              assertThat(page.status()).isEqualTo(401);
              assertThat(page.body())
                  .contains("a webhook must be signed by its system, and be understood");
            });
    assertThat(server.tip()).isEmpty();
  }

  @Test
  void an_account_that_nobody_has_connected_is_answered_like_any_other() throws IOException {
    github.issues().assign("octo/cat", 1, "Feed the cat");

    Page unknown = github(github.webhook(KEY), "d-1");
    githubIsKnown();
    Page known = github(github.webhook(KEY), "d-2");

    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(204);
    assertThat(unknown.body()).isEqualTo(known.body());
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_read() throws IOException {
    Page refused = github("x".repeat((1 << 20) + 1), "sha256=x", "d-1");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("body must be at most 1048576 bytes");
  }

  @Test
  void whoever_tells_without_end_is_asked_to_wait() throws IOException {
    Page last = github("{}", "", "d-1");
    for (int i = 0; i < 2_000 && last.status() != 429; i++) {
      last = github("{}", "", "d-1");
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isPresent();
  }

  @Test
  void there_is_no_such_address_where_nothing_is_told(@TempDir Path other) throws IOException {
    try (Linked quiet = Linked.in(other, Map.of(), "--github", "--todoist")) {
      assertThat(quiet.browser().post(GITHUB, "{}", Browser.json()).status()).isEqualTo(404);
      assertThat(quiet.browser().post(TODOIST, "{}", Browser.json()).status()).isEqualTo(404);
    }
  }
}
