package net.alogins.oo.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Somebody who signs tokens, with a key of each kind. */
final class Issuer {

  static final String NAME = "https://id.example";
  static final String AUDIENCE = "oo";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final RSAKey rsa;
  final ECKey curve;
  final OctetSequenceKey secret;

  Issuer() {
    try {
      rsa = new RSAKeyGenerator(2048).keyID("rsa").algorithm(JWSAlgorithm.RS256).generate();
      curve = new ECKeyGenerator(Curve.P_256).keyID("ec").algorithm(JWSAlgorithm.ES256).generate();
      secret =
          new OctetSequenceKeyGenerator(256).keyID("mac").algorithm(JWSAlgorithm.HS256).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a host is told of these keys. */
  TokenKeys keys() {
    List<JWK> all = List.of(rsa.toPublicJWK(), curve.toPublicJWK(), secret);
    return TokenKeys.of(new JWKSet(all).toString(false));
  }

  /** What a good token claims. */
  static String claims() {
    return claims("\"" + NAME + "\"", "\"" + AUDIENCE + "\"", "\"ada\"", seconds(-5), seconds(300));
  }

  static String claims(String iss, String aud, String sub, String nbf, String exp) {
    return "{\"iss\":%s,\"aud\":%s,\"sub\":%s,\"nbf\":%s,\"exp\":%s}"
        .formatted(iss, aud, sub, nbf, exp);
  }

  static String seconds(long fromNow) {
    return Long.toString(NOW.plus(Duration.ofSeconds(fromNow)).getEpochSecond());
  }

  static String header(String alg, String kid) {
    return "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(alg, kid);
  }

  /** {@code header} and {@code claims}, whatever they are, signed by the RSA key. */
  String signed(String header, String claims) {
    return signed(header, claims, JWSAlgorithm.RS256, rsa);
  }

  /** The same by any key, in the way that {@code algorithm} says, whatever the header says. */
  static String signed(String header, String claims, JWSAlgorithm algorithm, JWK key) {
    String signing = encoded(header) + "." + encoded(claims);
    try {
      Base64URL signature =
          signer(key).sign(new JWSHeader(algorithm), signing.getBytes(StandardCharsets.UTF_8));
      return signing + "." + signature;
    } catch (JOSEException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private static JWSSigner signer(JWK key) throws JOSEException {
    if (key instanceof RSAKey pair) {
      return new RSASSASigner(pair);
    }
    return key instanceof ECKey pair
        ? new ECDSASigner(pair)
        : new MACSigner((OctetSequenceKey) key);
  }

  static String encoded(String text) {
    return Base64URL.encode(text).toString();
  }
}
