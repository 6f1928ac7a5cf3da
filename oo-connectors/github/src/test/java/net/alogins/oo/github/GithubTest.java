package net.alogins.oo.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.remote.Failing;
import net.alogins.oo.remote.Keys;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Command.Verb;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.ConnectorException.Kind;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubTest {

  private static final HttpClient HTTP = Remote.client();

  private FakeGithub fake;
  private GithubConnector connector;
  private final Keys keys = Keys.of(FakeGithub.TOKEN);
  private Optional<Cursor> cursor = Optional.empty();
  private final Map<String, Candidate> mirror = new LinkedHashMap<>();

  @BeforeEach
  void open() throws IOException {
    fake = FakeGithub.start(Clock.systemUTC());
    connector = GithubConnector.at(fake.site(), HTTP, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private Fetch fetch() throws ConnectorException, InterruptedException {
    Fetch fetch = connector.fetch(keys, cursor);
    if (fetch.startsOver()) {
      mirror.clear();
    }
    for (Change change : fetch.changes()) {
      mirror.put(change.key(), ((Change.Open) change).task());
    }
    cursor = Optional.of(fetch.next());
    return fetch;
  }

  private List<String> asked() throws ConnectorException, InterruptedException {
    int before = fake.requests().size();
    fetch();
    return new ArrayList<>(fake.requests().subList(before, fake.requests().size()));
  }

  @Test
  void issues_and_reviews_are_told_with_what_is_known_of_them() throws Exception {
    fake.issues()
        .assign(
            "octo/tasks",
            1,
            "Fix\u202e it",
            issue -> issue.put("milestone", Map.of("due_on", "2026-05-31T07:00:00Z")));
    fake.issues().review("octo/tasks", 2, "Add that", false);
    fake.issues().review("octo/tasks", 3, "Not ready", true);

    Fetch fetch = fetch();

    assertThat(fetch.startsOver()).isTrue();
    assertThat(fetch.isLast()).isTrue();
    assertThat(mirror.values())
        .containsExactly(
            Candidate.of("github", "octo/tasks#1", "Fix it")
                .kind("octo/tasks")
                .link(URI.create(fake.url() + "octo/tasks/issues/1"))
                .due(LocalDate.of(2026, 5, 31))
                .created(LocalDate.of(2026, 1, 2)),
            Candidate.of("github", "octo/tasks!2", "Review: Add that")
                .kind("octo/tasks")
                .link(URI.create(fake.url() + "octo/tasks/pull/2"))
                .created(LocalDate.of(2026, 1, 2)));
  }

  @Test
  void while_nothing_changes_nothing_is_told() throws Exception {
    fake.issues().assign("octo/tasks", 1, "Fix it");
    fetch();

    assertThat(asked()).containsExactly("GET /api/v3/issues 304", "GET /api/v3/search/issues 200");
    assertThat(fetch().changes()).isEmpty();
    assertThat(mirror).containsOnlyKeys("octo/tasks#1");
  }

  @Test
  void what_is_not_assigned_or_asked_for_any_more_is_gone() throws Exception {
    fake.issues().assign("octo/tasks", 1, "Mine");
    fake.issues().assign("octo/tasks", 2, "Theirs soon");
    fake.issues().review("octo/tasks", 3, "Add that", false);
    fetch();
    fake.issues().remove("octo/tasks#2");
    assertThat(fetch().startsOver()).isTrue();
    assertThat(mirror).containsOnlyKeys("octo/tasks#1", "octo/tasks!3");

    fake.issues().remove("octo/tasks#3");
    assertThat(fetch().startsOver()).isTrue();
    assertThat(mirror).containsOnlyKeys("octo/tasks#1");
  }

  @Test
  void more_than_ten_pages_are_told_one_after_the_other() throws Exception {
    for (int i = 1; i <= 1_150; i++) {
      fake.issues().assign("octo/tasks", i, "Issue " + i);
    }
    fake.issues().review("octo/tasks", 2_000, "Add that", false);

    List<Fetch> fetches = List.of(fetch(), fetch(), fetch());

    assertThat(fetches).extracting(Fetch::isLast).containsExactly(false, false, true);
    assertThat(fetches).extracting(Fetch::startsOver).containsExactly(true, false, false);
    assertThat(mirror).hasSize(1_151);
    fake.issues().remove("octo/tasks#200");
    assertThat(List.of(fetch(), fetch(), fetch()))
        .extracting(Fetch::startsOver)
        .containsExactly(true, false, false);
    assertThat(mirror).hasSize(1_150).doesNotContainKey("octo/tasks#200");
  }

  @Test
  void an_issue_is_closed_and_reopened_there() throws Exception {
    fake.issues().assign("octo/tasks", 1, "Fix it");

    connector.execute(keys, command(Verb.COMPLETE, "octo/tasks#1"));
    connector.execute(keys, command(Verb.COMPLETE, "octo/tasks#1"));
    assertThat(fake.issues().state("octo/tasks#1")).isEqualTo("closed");
    connector.execute(keys, command(Verb.REOPEN, "octo/tasks#1"));
    assertThat(fake.issues().state("octo/tasks#1")).isEqualTo("open");
  }

  private static Command command(Verb verb, String key) {
    return new Command("c-1", verb, key, Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"octo/tasks#999", "octo/tasks!1", "../../x#1", "", "octo/tasks#x"})
  void what_is_gone_or_no_issue_is_left_alone(String key) throws Exception {
    connector.execute(keys, command(Verb.COMPLETE, key));

    assertThat(fake.requests()).noneMatch(request -> request.endsWith(" 200"));
  }

  @Test
  void who_asked_too_often_waits_until_github_counts_anew() {
    ConnectorException failure =
        Failing.of(() -> connector.fetch(Keys.of(FakeGithub.SPENT), cursor));

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.after().orElseThrow().toSeconds()).isBetween(50L, 61L);
  }

  @Test
  void a_token_that_lets_nobody_in_is_revoked() {
    assertThat(Failing.of(() -> connector.fetch(Keys.of("canary"), cursor)))
        .hasMessageNotContaining("canary")
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.REVOKED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1 next ", "1 end x tag", "2 next x"})
  void a_cursor_that_is_not_understood_is_stale(String strange) {
    assertThat(Failing.of(() -> connector.fetch(keys, Optional.of(new Cursor(strange)))).kind())
        .isEqualTo(Kind.STALE);
  }

  @Test
  void a_page_that_is_elsewhere_is_not_asked_for() {
    Cursor elsewhere = new Cursor("1 next https://example.org/issues?page=2");

    assertThat(Failing.of(() -> connector.fetch(keys, Optional.of(elsewhere))).kind())
        .isEqualTo(Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "repository_url"})
  void an_issue_that_cannot_be_named_is_not_understood(String field) {
    fake.issues().assign("octo/tasks", 1, "Fix it");
    fake.omit(field);

    assertThat(Failing.of(this::fetch).kind()).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void the_account_is_told_as_webhooks_name_it() throws Exception {
    fake.issues().assign("octo/tasks", 1, "Fix it");
    Map<String, String> told = fake.webhook("octo/tasks#1");
    GithubWebhook webhook = new GithubWebhook(FakeGithub.SECRET);
    String body = told.getOrDefault("body", "");
    String signature = told.getOrDefault("signature", "");

    assertThat(webhook.read(signature, "d-1", body.getBytes(UTF_8)))
        .contains(new GithubWebhook.Delivery("d-1", Set.of(connector.account(keys).orElseThrow())));
    assertThat(connector.name()).isEqualTo("github");
  }

  @Test
  void every_bit_of_a_webhook_counts() throws Exception {
    fake.issues().assign("octo/tasks", 1, "Fix it");
    Map<String, String> told = fake.webhook("octo/tasks#1");
    GithubWebhook webhook = new GithubWebhook(FakeGithub.SECRET);
    byte[] body = told.getOrDefault("body", "").getBytes(UTF_8);
    String signature = told.getOrDefault("signature", "");
    for (int bit = 0; bit < 8 * body.length; bit++) {
      byte[] forged = body.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(webhook.read(signature, "d-1", forged)).isEmpty();
    }
    for (String other :
        List.of("", "sha256=", signature.substring(7), signature + "0", "sha1=00")) {
      assertThat(webhook.read(other, "d-1", body)).isEmpty();
    }
    assertThat(webhook.read(signature, "", body)).isEmpty();
  }
}
