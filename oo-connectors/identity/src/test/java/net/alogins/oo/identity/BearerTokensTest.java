package net.alogins.oo.identity;

import static net.alogins.oo.identity.Issuer.NOW;
import static net.alogins.oo.identity.Issuer.claims;
import static net.alogins.oo.identity.Issuer.header;
import static net.alogins.oo.identity.Issuer.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.ZoneOffset;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;

class BearerTokensTest {

  private static final UserId ADA = new UserId("ada");
  private static final Issuer ISSUER = new Issuer();
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final BearerTokens tokens =
      new BearerTokens(Issuer.NAME, Issuer.AUDIENCE, ISSUER.keys(), CLOCK);

  private void assertTaken(String alg, JWK key) {
    String token =
        Issuer.signed(header(alg, key.getKeyID()), claims(), JWSAlgorithm.parse(alg), key);

    assertThat(tokens.user("Bearer " + token)).contains(ADA);
  }

  @Test
  void a_token_of_each_kind_of_key_is_believed() {
    assertTaken("RS256", ISSUER.rsa);
    assertTaken("ES256", ISSUER.curve);
    assertTaken("HS256", ISSUER.secret);
  }

  @Test
  void the_scheme_may_be_written_in_any_case() {
    String token = ISSUER.signed(header("RS256", "rsa"), claims());

    assertThat(tokens.user("bearer " + token)).contains(ADA);
    assertThat(tokens.user("BEARER " + token)).contains(ADA);
    assertThat(tokens.user("Basic " + token)).isEmpty();
    assertThat(tokens.user(token)).isEmpty();
    assertThat(tokens.user("")).isEmpty();
  }

  @Test
  void the_audience_may_be_one_of_several_and_the_type_may_be_said() {
    String several =
        claims("\"" + Issuer.NAME + "\"", "[\"x\",\"oo\"]", "\"ada\"", seconds(0), seconds(1));
    String typed = "{\"typ\":\"at+JWT\",\"alg\":\"RS256\",\"kid\":\"rsa\"}";

    assertThat(tokens.user("Bearer " + ISSUER.signed(typed, several))).contains(ADA);
  }

  @Test
  void clocks_may_differ_by_half_a_minute() {
    assertThat(tokens.user(timed(30, 300))).contains(ADA);
    assertThat(tokens.user(timed(31, 300))).isEmpty();
    assertThat(tokens.user(timed(-300, -29))).contains(ADA);
    assertThat(tokens.user(timed(-300, -30))).isEmpty();
  }

  private static String timed(long begin, long end) {
    String claims =
        claims("\"" + Issuer.NAME + "\"", "\"oo\"", "\"ada\"", seconds(begin), seconds(end));
    return "Bearer " + ISSUER.signed(header("RS256", "rsa"), claims);
  }

  @Test
  void issuer_and_audience_must_be_said() {
    assertThatThrownBy(() -> new BearerTokens(" ", "oo", ISSUER.keys(), CLOCK))
        .hasMessage("issuer and audience of tokens must not be blank");
    assertThatThrownBy(() -> new BearerTokens("x", "", ISSUER.keys(), CLOCK))
        .hasMessage("issuer and audience of tokens must not be blank");
  }
}
