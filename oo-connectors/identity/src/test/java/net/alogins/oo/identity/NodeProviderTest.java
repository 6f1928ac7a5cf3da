package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same login, as somebody else reads the specifications. */
class NodeProviderTest {

  private static Optional<NodeProvider> shared = Optional.empty();

  private NodeProvider provider;

  /** One for all tests; without one each of them is skipped, and counted so. */
  @BeforeEach
  void start() throws IOException, InterruptedException {
    if (shared.isEmpty()) {
      shared = Optional.of(NodeProvider.start(Visit.CALLBACK));
    }
    provider = shared.get();
  }

  @AfterAll
  static void stop() {
    shared.ifPresent(NodeProvider::close);
  }

  private Login login(IdentityProvider.Answer answer) {
    return new Login(
        new IdentityProvider(provider.issuer(), Idp.CLIENT, ClientSecret.of(Idp.SECRET), answer),
        Visit.CALLBACK,
        Clock.systemUTC());
  }

  private static Map<String, List<String>> listed(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
  }

  @Test
  void who_signs_in_by_an_address_is_who_they_are() throws Exception {
    Login login = login(IdentityProvider.Answer.QUERY);
    Departure departure = login.begin();

    URI back = new Surfer(Visit.CALLBACK).surf(departure.address());
    Map<String, List<String>> response = listed(Idp.parameters(back.getRawQuery()));

    assertThat(response).containsKeys("code", "state", "iss");
    assertThat(login.end(departure.cookie(), response)).isEqualTo(ada());
    assertThat(login.end(departure.cookie(), response)).isInstanceOf(Arrival.Refused.class);
  }

  private Arrival ada() {
    return new Arrival.SignedIn(new Account(provider.issuer(), "ada"));
  }

  @Test
  void who_signs_in_by_a_form_is_who_they_are() throws Exception {
    Login login = login(IdentityProvider.Answer.FORM_POST);
    Departure departure = login.begin();

    Map<String, String> form = new Surfer(Visit.CALLBACK).surfToForm(departure.address());

    assertThat(login.end(departure.cookie(), listed(form))).isEqualTo(ada());
  }

  @Test
  void a_code_of_another_login_is_refused_by_the_provider() throws Exception {
    Login login = login(IdentityProvider.Answer.QUERY);
    Departure ada = login.begin();
    Departure other = login.begin();
    URI adas = new Surfer(Visit.CALLBACK).surf(ada.address());
    URI others = new Surfer(Visit.CALLBACK).surf(other.address());
    Map<String, String> mixed = Idp.parameters(adas.getRawQuery());
    mixed.putAll(Map.of("code", Idp.parameters(others.getRawQuery()).getOrDefault("code", "")));

    assertThat(login.end(ada.cookie(), listed(mixed))).isInstanceOf(Arrival.Refused.class);
  }

  @Test
  void a_name_with_a_slash_more_is_another() {
    Login login =
        new Login(
            IdentityProvider.at(provider.issuer() + "/", Idp.CLIENT, ClientSecret.of(Idp.SECRET)),
            Visit.CALLBACK,
            Clock.systemUTC());

    assertThatThrownBy(login::begin)
        .isInstanceOf(IdentityProviderException.class)
        .hasMessageContaining("issuer must be");
  }
}
