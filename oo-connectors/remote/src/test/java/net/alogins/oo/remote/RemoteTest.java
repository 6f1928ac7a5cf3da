package net.alogins.oo.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static net.alogins.oo.signal.ConnectorException.Kind.MALFORMED;
import static net.alogins.oo.signal.ConnectorException.Kind.REVOKED;
import static net.alogins.oo.signal.ConnectorException.Kind.THROTTLED;
import static net.alogins.oo.signal.ConnectorException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.alogins.oo.signal.ConnectorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTest {

  @RegisterExtension
  static final WireMockExtension SYSTEM =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final HttpClient CLIENT = Remote.client();
  private static final byte[] TOKEN = "canary-1234".getBytes(StandardCharsets.US_ASCII);

  private Remote remote;

  @BeforeEach
  void meet() {
    remote = Remote.at(URI.create(SYSTEM.baseUrl() + "/api/"), CLIENT, Clock.systemUTC());
  }

  private static void answers(ResponseDefinitionBuilder response) {
    SYSTEM.stubFor(any(anyUrl()).willReturn(response));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json; charset=utf-8").withBody(body);
  }

  private ConnectorException failure() {
    return Failing.of(() -> remote.to("sync").bearer(TOKEN).get().accepted().json());
  }

  @Test
  void a_request_arrives_with_its_token_and_its_body() throws Exception {
    answers(json("{\"a\": {\"b\": \"c\"}, \"list\": [1, {\"n\": 2}]}"));

    Json got = remote.to("sync").bearer(TOKEN).post(Map.of("k", List.of("v"))).accepted().json();

    assertThat(got.at("a").text("b")).contains("c");
    assertThat(got.each("list").toList().get(1).whole("n")).hasValue(2);
    SYSTEM.verify(
        postRequestedFor(urlEqualTo("/api/sync"))
            .withHeader("Authorization", equalTo("Bearer canary-1234"))
            .withRequestBody(equalToJson("{\"k\": [\"v\"]}")));
  }

  @Test
  void a_name_and_a_password_let_in_as_well() throws Exception {
    answers(json("{}"));

    remote.to("revoke").basic("app", "secret".getBytes(StandardCharsets.UTF_8)).get();

    SYSTEM.verify(
        getRequestedFor(urlEqualTo("/api/revoke"))
            .withHeader("Authorization", equalTo("Basic YXBwOnNlY3JldA==")));
  }

  @ParameterizedTest
  @CsvSource({
    "301, MALFORMED",
    "400, MALFORMED",
    "401, REVOKED",
    "403, REVOKED",
    "404, MALFORMED",
    "408, UNAVAILABLE",
    "410, STALE",
    "429, THROTTLED",
    "500, UNAVAILABLE",
    "502, UNAVAILABLE",
    "503, UNAVAILABLE",
  })
  void a_status_means_something(int status, ConnectorException.Kind kind) {
    answers(aResponse().withStatus(status).withBody("canary-1234"));

    assertThat(failure().kind()).isEqualTo(kind);
    assertThat(failure()).hasMessageNotContaining("canary");
  }

  @Test
  void a_redirect_is_not_followed() {
    answers(aResponse().withStatus(302).withHeader("Location", SYSTEM.baseUrl() + "/elsewhere"));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
    SYSTEM.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
  }

  @ParameterizedTest
  @CsvSource({"429, 17, PT17S", "503, 17, PT17S", "429, 999999, PT1H", "429, 0, PT0S"})
  void it_says_how_long_to_wait(int status, String after, Duration wait) {
    answers(aResponse().withStatus(status).withHeader("Retry-After", after));

    assertThat(failure().after()).contains(wait);
  }

  @Test
  void a_date_to_wait_for_is_taken_by_the_clock_of_the_system_that_says_it() {
    answers(
        aResponse()
            .withStatus(429)
            .withHeader("Date", "Fri, 01 Jan 1999 00:00:00 GMT")
            .withHeader("Retry-After", "Fri, 01 Jan 1999 00:01:30 GMT"));

    assertThat(failure().kind()).isEqualTo(THROTTLED);
    assertThat(failure().after()).contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
  void a_wait_that_nobody_understands_is_none(String after) {
    answers(aResponse().withStatus(429).withHeader("Retry-After", after));

    assertThat(failure().after()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_connection_that_breaks_is_an_outage(Fault fault) {
    answers(aResponse().withFault(fault));

    assertThat(failure().kind()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void a_system_that_hangs_is_an_outage() {
    remote = remote.longest(Duration.ofMillis(200));
    answers(json("{}").withFixedDelay(60_000));

    assertThat(failure()).hasMessage("no answer within PT0.2S");
    assertThat(failure().kind()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void a_body_that_trickles_is_an_outage() {
    remote = remote.longest(Duration.ofMillis(300));
    answers(json("[" + " ".repeat(1000) + "]").withChunkedDribbleDelay(100, 60_000));

    assertThat(failure().kind()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void a_system_that_is_not_there_is_an_outage() {
    remote = Remote.at(URI.create("http://127.0.0.1:1/"), CLIENT, Clock.systemUTC());

    assertThat(failure().kind()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void ten_megabytes_are_not_read() {
    answers(json("{\"a\": [" + "\"0123456789\", ".repeat(720_000) + "1]}"));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
    assertThat(failure()).hasMessage("answer must be of at most 8388608 bytes");
  }

  @Test
  void html_is_not_understood() {
    answers(aResponse().withHeader("Content-Type", "text/html").withBody("<html></html>"));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "3",
        "{} {}",
        "{\"a\":}",
        "<html>",
        "{\"a\": 1",
        "nothing",
        "{\"a\" 1}"
      })
  void what_is_not_one_json_object_is_not_understood(String body) {
    answers(json(body));

    assertThat(failure().kind()).isEqualTo(MALFORMED);
    assertThat(failure()).hasMessageNotContaining("html").hasNoCause();
  }

  @Test
  void json_that_is_too_deep_or_has_too_long_parts_is_not_understood() {
    List<String> bodies =
        List.of(
            "{\"a\": " + "[".repeat(40) + "]".repeat(40) + "}",
            "{\"a\": \"" + "x".repeat(1_100_000) + "\"}",
            "{\"a\": " + "9".repeat(100) + "}",
            "{\"" + "n".repeat(2000) + "\": 1}");
    for (String body : bodies) {
      answers(json(body));
      assertThat(failure().kind()).isEqualTo(MALFORMED);
    }
  }

  @Test
  void elements_are_handed_over_one_by_one() throws Exception {
    answers(json("{\"a\": [{\"n\": 1}, {\"n\": 2}], \"b\": \"c\", \"d\": null}"));
    List<Long> numbers = new ArrayList<>();

    Json rest =
        remote
            .to("sync")
            .get()
            .json(
                Map.of(
                    "a", element -> numbers.add(element.whole("n").orElseThrow()),
                    "d", element -> numbers.add(0L)));

    assertThat(numbers).containsExactly(1L, 2L);
    assertThat(rest.text("b")).contains("c");
    assertThat(rest.at("a").isPresent()).isFalse();
    assertThat(rest.at("d").isPresent()).isFalse();
  }

  @Test
  void the_elements_of_an_array_are_handed_over_one_by_one() throws Exception {
    List<Long> numbers = new ArrayList<>();
    Answer.Part part = element -> numbers.add(element.whole("n").orElseThrow());
    answers(json("[{\"n\": 1}, {\"n\": 2}]"));

    remote.to("issues").get().each(part);

    assertThat(numbers).containsExactly(1L, 2L);
    for (String body : List.of("{}", "[", "[] []", "[{\"n\": 3}")) {
      answers(json(body));
      assertThat(Failing.of(() -> remote.to("issues").get().each(element -> {})).kind())
          .isEqualTo(MALFORMED);
    }
  }

  @Test
  void an_address_leads_to_the_system_or_nowhere() throws Exception {
    answers(json("{}"));

    assertThat(remote.to(SYSTEM.baseUrl() + "/api/next?page=2").get().status()).isEqualTo(200);
    for (String elsewhere :
        List.of("https://example.org/", "//example.org/api/", "/elsewhere", "../x", "a b")) {
      assertThat(Failing.of(() -> remote.to(elsewhere)).kind()).isEqualTo(MALFORMED);
    }
  }

  @Test
  void a_token_that_is_none_is_told_without_it() {
    byte[] broken = "canary\r\nX-Evil: 1".getBytes(StandardCharsets.US_ASCII);

    ConnectorException failure = Failing.of(() -> remote.to("sync").bearer(broken).get());

    assertThat(failure.kind()).isEqualTo(REVOKED);
    assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
  }
}
