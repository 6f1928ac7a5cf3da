package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {

  private Idp idp;

  @BeforeEach
  void start() throws IOException {
    idp = Idp.start();
  }

  @AfterEach
  void stop() {
    idp.close();
  }

  @Test
  void a_login_that_is_right_makes_a_session_of_that_person() {
    Visit visit = Visit.to(idp);
    visit.go("ada");

    String session = visit.end().orElseThrow();

    assertThat(visit.user(session)).contains(new UserId(idp.issuer() + "#ada"));
  }

  @Test
  void what_is_kept_with_a_login_is_there_when_it_ends_and_nowhere_before() {
    Login login = new Login(idp.provider(), Visit.CALLBACK, Clock.systemUTC());
    Departure departure = login.begin("the old one");
    Map<String, String> asked = Idp.parameters(departure.address().getRawQuery());
    Map<String, List<String>> response =
        Map.of(
            "state", List.of(String.valueOf(asked.get("state"))),
            "code", List.of(idp.code(asked, "ada")));

    assertThat(departure.toString()).doesNotContain("old");
    assertThat(login.end(departure.cookie(), response))
        .isEqualTo(new Arrival.SignedIn(new Account(idp.issuer(), "ada"), "the old one"));
  }

  @Test
  void the_provider_is_asked_for_a_code_and_nothing_more() {
    Visit visit = Visit.to(idp);
    visit.begin();

    assertThat(visit.asked)
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid")
        .containsEntry("client_id", Idp.CLIENT)
        .containsEntry("redirect_uri", Visit.CALLBACK.toString())
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge")
        .doesNotContainKey("response_mode");
    assertThat(visit.asked.values()).doesNotContain(visit.cookie);
  }

  @Test
  void a_provider_that_answers_by_a_form_is_asked_to() {
    IdentityProvider form =
        new IdentityProvider(
            idp.issuer(),
            Idp.CLIENT,
            ClientSecret.of(Idp.SECRET),
            IdentityProvider.Answer.FORM_POST);
    Visit visit = Visit.to(idp, new Login(form, Visit.CALLBACK, Clock.systemUTC()));
    visit.begin();

    assertThat(visit.asked).containsEntry("response_mode", "form_post");
  }

  @Test
  void an_e_mail_of_somebody_else_makes_nobody_them() {
    idp.sign(token -> token.saying("email", "ada@example.com").signed());
    Visit ada = Visit.to(idp);
    ada.go("ada");
    idp.sign(
        token -> token.saying("email", "ada@example.com").saying("email_verified", false).signed());
    Visit mallory = Visit.to(idp);
    mallory.go("mallory");

    assertThat(mallory.user(mallory.end().orElseThrow()))
        .isNotEqualTo(ada.user(ada.end().orElseThrow()));
  }

  @Test
  void a_key_that_the_provider_changed_is_looked_up_once() {
    Login login = new Login(idp.provider(), Visit.CALLBACK, Clock.systemUTC());
    Visit first = Visit.to(idp, login);
    first.go("ada");
    assertThat(first.end()).isPresent();
    RSAKey next = IdToken.key("second");
    idp.publish(next.toPublicJWK());
    idp.sign(token -> token.by(next).signed());
    Visit second = Visit.to(idp, login);
    second.go("ada");

    assertThat(second.end()).isPresent();
    assertThat(idp.looksAtKeys()).isEqualTo(2);
  }

  @Test
  void keys_are_not_looked_up_by_every_forged_token() {
    idp.sign(token -> token.by(IdToken.key("unknown")).signed());
    Login login = new Login(idp.provider(), Visit.CALLBACK, Clock.systemUTC());
    for (int i = 0; i < 5; i++) {
      Visit visit = Visit.to(idp, login);
      visit.go("ada");
      assertThat(visit.ended()).isEmpty();
    }

    assertThat(idp.looksAtKeys()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_login_that_takes_too_long_must_be_begun_again() {
    ManualClock clock = ManualClock.at(Instant.parse("2026-03-01T12:00:00Z"));
    Visit visit = Visit.to(idp, new Login(idp.provider(), Visit.CALLBACK, clock));
    visit.go("ada");
    clock.advance(Login.PATIENCE);

    assertThat(visit.end()).isEmpty();
  }
}
