package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeysTest {

  private static final Issuer ISSUER = new Issuer();

  private static String set(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(false);
  }

  @Test
  void a_key_of_each_kind_is_taken() {
    assertThat(ISSUER.keys()).isNotNull();
  }

  @Test
  void it_is_known_whether_there_is_a_secret() {
    assertThat(ISSUER.keys().haveSecret()).isTrue();
    assertThat(TokenKeys.of(set(ISSUER.rsa.toPublicJWK())).haveSecret()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"keys\":{}}", "{\"keys\":[{}]}"})
  void what_is_no_set_of_keys_is_refused(String text) {
    assertThatThrownBy(() -> TokenKeys.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keys must be a JWK set (RFC 7517)");
  }

  @Test
  void there_must_be_a_key() {
    assertThatThrownBy(() -> TokenKeys.of("{\"keys\":[]}")).hasMessage("there must be a key");
  }

  @Test
  void every_key_has_an_id_of_its_own() {
    RSAKey nameless = new RSAKey.Builder(ISSUER.rsa.toPublicJWK()).keyID(null).build();

    assertThatThrownBy(() -> TokenKeys.of(set(nameless))).hasMessage("every key must have a kid");
    assertThatThrownBy(() -> TokenKeys.of(set(ISSUER.rsa.toPublicJWK(), ISSUER.rsa.toPublicJWK())))
        .hasMessage("every kid must be of one key but was of two");
  }

  @Test
  void every_key_is_for_one_algorithm_that_it_can_do() {
    RSAKey open = new RSAKey.Builder(ISSUER.rsa.toPublicJWK()).algorithm(null).build();
    RSAKey wrong =
        new RSAKey.Builder(ISSUER.rsa.toPublicJWK()).algorithm(JWSAlgorithm.HS256).build();

    assertThatThrownBy(() -> TokenKeys.of(set(open))).hasMessage("key rsa must have an alg");
    assertThatThrownBy(() -> TokenKeys.of(set(wrong)))
        .hasMessage("the alg of key rsa must be one for its kind and size");
  }

  @Test
  void a_private_key_has_no_business_here_and_is_not_repeated() {
    String pair = new JWKSet(ISSUER.rsa).toString(false);

    assertThatThrownBy(() -> TokenKeys.of(pair))
        .hasMessage("key rsa must not have its private part here")
        .hasNoCause();
  }

  @Test
  void a_short_key_is_refused() throws Exception {
    RSAKey small =
        new RSAKeyGenerator(1024, true)
            .keyID("small")
            .algorithm(JWSAlgorithm.RS256)
            .generate()
            .toPublicJWK();

    assertThatThrownBy(() -> TokenKeys.of(set(small)))
        .hasMessage("key small must be RSA of 2048 bits or more, EC, or a shared secret");
  }
}
