package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same login with NAV's mock-oauth2-server, whose issuers have a path. */
class MockServerTest {

  private MockOAuth2Server server;

  @BeforeEach
  void start() throws Exception {
    server = new MockOAuth2Server();
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.shutdown();
  }

  private String issuer(String name) {
    return server.issuerUrl(name).toString();
  }

  private Login login(String issuer) {
    return new Login(
        IdentityProvider.at(issuer, Idp.CLIENT, ClientSecret.of(Idp.SECRET)),
        Visit.CALLBACK,
        Clock.systemUTC());
  }

  private Arrival signIn(Login login, String issuer, Map<String, ?> claims) throws Exception {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            issuer, "ada", "JWT", List.of(Idp.CLIENT), Map.copyOf(claims), 60));
    Departure departure = login.begin();
    URI back = new Surfer(Visit.CALLBACK).surf(departure.address());
    Map<String, String> brought = Idp.parameters(back.getRawQuery());
    return login.end(
        departure.cookie(),
        Map.of(
            "code", List.of(brought.getOrDefault("code", "")),
            "state", List.of(brought.getOrDefault("state", ""))));
  }

  @Test
  void who_signs_in_is_who_they_are_at_that_issuer() throws Exception {
    Arrival here = signIn(login(issuer("here")), "here", Map.of());
    Arrival there = signIn(login(issuer("there")), "there", Map.of());

    assertThat(here).isEqualTo(new Arrival.SignedIn(new Account(issuer("here"), "ada")));
    assertThat(there).isNotEqualTo(here);
  }

  @Test
  void a_token_of_another_issuer_on_the_same_server_is_refused() throws Exception {
    Arrival mixed = signIn(login(issuer("here")), "here", Map.of("iss", issuer("there")));

    assertThat(mixed).isInstanceOf(Arrival.Refused.class);
  }

  @Test
  void a_token_with_another_nonce_is_refused() throws Exception {
    assertThat(signIn(login(issuer("here")), "here", Map.of("nonce", "another")))
        .isInstanceOf(Arrival.Refused.class);
  }
}
