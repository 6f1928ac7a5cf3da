package net.alogins.oo.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests may be sent, and by what. */
class RemoteAtTest {

  private static final HttpClient CLIENT = Remote.client();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "https://ada@example.org/",
        "https://example.org/?q",
        "https://example.org/#f",
        "https://example.org",
        "ftp://example.org/",
        "https:/x/",
        "/api/",
      })
  void secrets_are_sent_by_https_or_to_this_machine(String base) {
    assertThatThrownBy(() -> Remote.at(URI.create(base), CLIENT, Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("base URL must be https");
  }

  @Test
  void a_client_that_follows_redirects_or_keeps_requests_is_refused() {
    HttpClient keeps =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    URI base = URI.create("https://example.org/");

    for (HttpClient client : List.of(keeps, follows)) {
      assertThatThrownBy(() -> Remote.at(base, client, Clock.systemUTC()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Remote.at(base, CLIENT, Clock.systemUTC())).isNotNull();
  }
}
