package net.alogins.oo.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static net.alogins.oo.signal.ConnectorException.Kind.MALFORMED;
import static net.alogins.oo.signal.ConnectorException.Kind.REVOKED;
import static net.alogins.oo.signal.ConnectorException.Kind.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.remote.Failing;
import net.alogins.oo.remote.Keys;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Fetch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A GitHub that breaks, and what that means. */
class FaultsTest {

  @RegisterExtension
  static final WireMockExtension GITHUB =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private GithubConnector connector;

  @BeforeEach
  void meet() {
    GithubSite site = GithubSite.at(URI.create(GITHUB.baseUrl() + "/"));
    connector = GithubConnector.at(site, Remote.client(), Clock.systemUTC());
  }

  private static void answers(ResponseDefinitionBuilder response) {
    GITHUB.stubFor(any(anyUrl()).willReturn(response));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private ConnectorException failure() {
    ConnectorException failure =
        Failing.of(() -> connector.fetch(Keys.of("canary"), Optional.empty()));
    assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
    return failure;
  }

  @ParameterizedTest
  @CsvSource({
    "302, MALFORMED",
    "304, MALFORMED",
    "401, REVOKED",
    "403, REVOKED",
    "404, MALFORMED",
    "422, MALFORMED",
    "429, THROTTLED",
    "500, UNAVAILABLE",
  })
  void a_status_means_something(int status, ConnectorException.Kind kind) {
    answers(aResponse().withStatus(status).withBody("canary"));

    assertThat(failure().kind()).isEqualTo(kind);
  }

  @Test
  void a_refusal_that_says_when_to_come_back_is_none() {
    answers(aResponse().withStatus(403).withHeader("Retry-After", "60"));
    assertThat(failure().kind()).isEqualTo(THROTTLED);
    assertThat(failure().after()).contains(Duration.ofMinutes(1));

    answers(aResponse().withStatus(403).withHeader("X-RateLimit-Remaining", "17"));
    assertThat(failure().kind()).isEqualTo(REVOKED);
  }

  @Test
  void who_may_not_change_one_issue_is_let_in_all_the_same() {
    answers(aResponse().withStatus(403));
    Command close = new Command("c-1", Command.Verb.COMPLETE, "ada/old#1", Instant.EPOCH);

    assertThat(refused(close)).isEqualTo(MALFORMED);
    answers(aResponse().withStatus(403).withHeader("Retry-After", "60"));
    assertThat(refused(close)).isEqualTo(THROTTLED);
  }

  private ConnectorException.Kind refused(Command command) {
    return Failing.of(() -> connector.execute(Keys.of("canary"), command)).kind();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "[{}]", "[1]", "<html>", "[] []"})
  void what_is_not_a_list_of_issues_is_not_understood(String body) {
    answers(json(body));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  @Test
  void an_endless_list_is_a_request_a_page_and_leads_nowhere_else() throws Exception {
    String next = GITHUB.baseUrl() + "/api/v3/issues?page=2";
    answers(json("[]").withHeader("Link", "<%s>; rel=\"next\"".formatted(next)));
    Fetch fetch = connector.fetch(Keys.of("canary"), Optional.empty());
    for (int i = 0; i < 5; i++) {
      assertThat(fetch.isLast()).isFalse();
      fetch = connector.fetch(Keys.of("canary"), Optional.of(fetch.next()));
    }
    assertThat(GITHUB.getAllServeEvents()).hasSize(10 + 5);

    answers(json("[]").withHeader("Link", "<https://example.org/>; rel=\"next\""));
    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  @Test
  void an_address_that_is_too_long_is_not_understood() {
    String next = GITHUB.baseUrl() + "/" + "x".repeat(3000);
    answers(json("[]").withHeader("Link", "<%s>; rel=\"next\"".formatted(next)));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }
}
