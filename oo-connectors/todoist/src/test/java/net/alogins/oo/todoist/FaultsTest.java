package net.alogins.oo.todoist;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static net.alogins.oo.signal.ConnectorException.Kind.MALFORMED;
import static net.alogins.oo.signal.ConnectorException.Kind.THROTTLED;
import static net.alogins.oo.signal.ConnectorException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.remote.Failing;
import net.alogins.oo.remote.Keys;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Todoist that breaks, and what that means. */
class FaultsTest {

  @RegisterExtension
  static final WireMockExtension TODOIST =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String SYNC = "/api/v1/sync";
  private static final String CANARY = "canary-0123456789";
  private static final Optional<Cursor> SYNCED =
      Optional.of(new Cursor("1 7 0123456789abcdef - s1"));

  private TodoistConnector connector;

  @BeforeEach
  void meet() {
    TodoistSite site = TodoistSite.at(URI.create(TODOIST.baseUrl() + "/"));
    connector = TodoistConnector.at(site, Desk.HTTP, Clock.systemUTC());
  }

  private static void answers(ResponseDefinitionBuilder response) {
    TODOIST.stubFor(post(urlEqualTo(SYNC)).willReturn(response));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private Fetch fetch(Optional<Cursor> since) throws ConnectorException, InterruptedException {
    return connector.fetch(Keys.of(CANARY), since);
  }

  private ConnectorException failure() {
    ConnectorException failure = Failing.of(() -> fetch(SYNCED));
    assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
    return failure;
  }

  @ParameterizedTest
  @CsvSource({
    "401, REVOKED",
    "403, REVOKED",
    "404, MALFORMED",
    "410, STALE",
    "429, THROTTLED",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE",
  })
  void a_status_means_something(int status, ConnectorException.Kind kind) {
    answers(aResponse().withStatus(status).withBody(CANARY));

    assertThat(failure().kind()).isEqualTo(kind);
  }

  @Test
  void how_long_to_wait_is_in_a_header_or_in_the_answer() {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "42"));
    assertThat(failure().after()).contains(Duration.ofSeconds(42));

    answers(json("{\"error_extra\": {\"retry_after\": 12}}").withStatus(429));
    assertThat(failure().after()).contains(Duration.ofSeconds(12));

    answers(json("{\"error_extra\": {\"retry_after\": 86400}}").withStatus(429));
    assertThat(failure().after()).contains(Duration.ofHours(1));

    answers(aResponse().withStatus(429).withBody("<html>"));
    assertThat(failure().after()).isEmpty();
    assertThat(failure().kind()).isEqualTo(THROTTLED);
  }

  @Test
  void the_time_of_a_clock_that_is_wrong_is_its_own() {
    answers(
        aResponse()
            .withStatus(429)
            .withHeader("Date", "Sat, 01 Jan 2050 00:00:00 GMT")
            .withHeader("Retry-After", "Sat, 01 Jan 2050 00:05:00 GMT"));

    assertThat(failure().after()).contains(Duration.ofMinutes(5));
  }

  @Test
  void dates_of_a_clock_that_is_wrong_are_dates() throws Exception {
    answers(
        json(
            """
            {"full_sync": true, "sync_token": "t", "user": {"id": "7"}, "projects": [], "items": [
              {"id": "a", "content": "From the future", "added_at": "9998-01-01T00:00:00Z"},
              {"id": "b", "content": "From no time", "added_at": "2026-99-99T99:99:99Z",
               "due": {"date": "0000-00-00"}}]}
            """));

    assertThat(fetch(Optional.empty()).changes()).hasSize(2);
  }

  @Test
  void a_todoist_that_hangs_is_an_outage() {
    answers(json("{}").withFixedDelay(120_000));
    Wire impatient =
        new Wire(
            Remote.at(URI.create(TODOIST.baseUrl() + "/api/v1/"), Desk.HTTP, Clock.systemUTC()),
            Duration.ofMillis(300));

    assertThat(Failing.of(() -> impatient.sync(new byte[] {'t'}, "*")).kind())
        .isEqualTo(UNAVAILABLE);
  }

  @Test
  void ten_megabytes_of_nonsense_are_not_understood() {
    answers(aResponse().withHeader("Content-Type", "text/html").withBody("x".repeat(10_000_000)));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  @Test
  void ten_megabytes_of_tasks_are_read_and_forty_are_not() throws Exception {
    answers(json(large(10)));
    assertThat(fetch(Optional.empty()).changes()).hasSize(1000);

    answers(json(large(40)));
    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  /** A thousand tasks in so many megabytes. */
  private static String large(int megabytes) {
    StringBuilder body =
        new StringBuilder("{\"full_sync\": true, \"sync_token\": \"t\", \"user\": {\"id\": \"7\"}");
    String description = "x".repeat(megabytes * 1000);
    body.append(", \"items\": [{\"id\": \"a\", \"content\": \"A\"}");
    for (int i = 1; i < 1000; i++) {
      body.append(
          ", {\"id\": \"%d\", \"content\": \"A\", \"description\": \"%s\"}"
              .formatted(i, description));
    }
    return body.append("]}").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"full_sync\": true}",
        "{\"full_sync\": true, \"sync_token\": \"t\"}",
        "{\"full_sync\": true, \"sync_token\": \"t\", \"user\": {\"id\": \"a b\"}}",
        "{\"full_sync\": true, \"sync_token\": \"a b\", \"user\": {\"id\": \"7\"}}",
        "{\"sync_token\": \"\"}",
        "{\"sync_token\": \"t\", \"items\": [{}]}",
        "{\"sync_token\": \"t\", \"items\": [{\"id\": 7}]}",
        "{\"sync_token\": \"t\", \"items\": [[]]}",
        "{\"sync_token\": \"t\", \"items\": [{\"id\": \"a\"}",
        "{\"sync_token\": \"t\", \"projects\": [{}]}",
      })
  void an_answer_that_is_not_one_is_not_understood(String body) {
    answers(json(body));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  @Test
  void a_token_that_is_too_long_for_a_cursor_is_not_understood() {
    answers(json("{\"sync_token\": \"" + "t".repeat(4000) + "\"}"));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  @Test
  void html_is_not_understood() {
    answers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sorry</html>"));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  @Test
  void a_task_that_is_told_twice_is_as_it_was_told_last() throws Exception {
    answers(
        json(
            """
            {"full_sync": true, "sync_token": "t", "user": {"id": "7"}, "projects": [], "items": [
              {"id": "a", "content": "First"}, {"id": "b", "content": "Other"},
              {"id": "a", "content": "Second"}, {"id": "b", "content": "Other", "checked": true}]}
            """));

    List<Change> changes = fetch(Optional.empty()).changes();

    assertThat(changes).hasSize(1);
    assertThat(((Change.Open) changes.get(0)).task().title()).isEqualTo("Second");
  }

  @Test
  void a_task_that_moved_to_another_user_is_gone() throws Exception {
    answers(
        json(
            """
            {"full_sync": false, "sync_token": "t", "items": [
              {"id": "a", "content": "Theirs", "user_id": "7", "responsible_uid": "8"}]}
            """));

    assertThat(fetch(SYNCED).changes()).containsExactly(new Change.Gone("a"));
  }

  @Test
  void an_endless_list_is_three_requests_an_answer() throws Exception {
    answers(
        json(
            """
            {"full_sync": false, "has_more": true, "next_cursor": "x", "sync_token": "t",
             "items": [{"id": "a", "content": "Again", "user_id": "7"}], "user": {"id": "7"}}
            """));
    for (int i = 0; i < 5; i++) {
      assertThat(fetch(SYNCED).isLast()).isTrue();
    }

    TODOIST.verify(15, postRequestedFor(urlEqualTo(SYNC)));
  }

  @Test
  void a_todoist_that_is_down_is_left_alone() {
    answers(aResponse().withStatus(503));
    for (int i = 0; i < 30; i++) {
      assertThat(failure().kind()).isEqualTo(UNAVAILABLE);
    }

    TODOIST.verify(10, postRequestedFor(urlEqualTo(SYNC)));
  }
}
