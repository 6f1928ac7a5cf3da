package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppleSecretTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static ECKey key(Curve curve) throws Exception {
    return new ECKeyGenerator(curve).generate();
  }

  private static String pem(ECKey key) throws Exception {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    String body = lines.encodeToString(key.toECPrivateKey().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  @Test
  void it_is_a_token_that_the_client_signed_for_apple() throws Exception {
    ECKey key = key(Curve.P_256);

    String secret = AppleSecret.of("TEAM", "client", "KEY", pem(key)).at(NOW);

    SignedJWT token = SignedJWT.parse(secret);
    assertThat(token.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(token.getHeader().getKeyID()).isEqualTo("KEY");
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("TEAM");
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("client");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("https://appleid.apple.com");
    assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(NOW.plusSeconds(300)));
  }

  @Test
  void a_key_on_another_curve_is_refused() throws Exception {
    String other = pem(key(Curve.P_384));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppleSecret.of("TEAM", "client", "KEY", other))
        .withMessageStartingWith("the key must be an EC key on P-256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n"})
  void what_is_no_key_is_refused_and_not_repeated(String pem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppleSecret.of("TEAM", "client", "KEY", pem))
        .withMessageNotContaining("secret")
        .withMessageNotContaining("c2VjcmV0");
  }

  @Test
  void every_id_must_be_there() throws Exception {
    String pem = pem(key(Curve.P_256));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppleSecret.of(" ", "client", "KEY", pem))
        .withMessageContaining("must not be blank");
  }
}
