package net.alogins.oo.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys that a host trusts, by their ids, each for exactly one algorithm: a public key cannot be
 * mistaken for a shared secret. To change a key, have both in the set for as long as tokens live.
 */
public final class TokenKeys {

  private static final int SHORTEST_RSA_BITS = 2048;

  private final Map<String, Trusted> byId;

  private TokenKeys(Map<String, Trusted> byId) {
    this.byId = Map.copyOf(byId);
  }

  /** A key, and the one thing that it may be used for. */
  private record Trusted(JWSAlgorithm algorithm, JWSVerifier verifier) {}

  /**
   * The keys in a JWK set (RFC 7517): public keys of kind RSA (2048 bits or more) or EC, or shared
   * secrets.
   *
   * @throws IllegalArgumentException if it is no such set, is empty, or a key has no {@code kid} of
   *     its own, no {@code alg} that is for it, or a private part; what is said never repeats a key
   */
  public static TokenKeys of(String jwks) {
    Map<String, Trusted> byId = new HashMap<>();
    for (JWK key : parsed(jwks).getKeys()) {
      String id = key.getKeyID();
      require(id != null && !id.isBlank(), "every key must have a kid");
      require(key.getAlgorithm() != null, "key " + id + " must have an alg");
      require(
          byId.put(id, trusted(id, key)) == null, "every kid must be of one key but was of two");
    }
    require(!byId.isEmpty(), "there must be a key");
    return new TokenKeys(byId);
  }

  private static JWKSet parsed(String jwks) {
    try {
      return JWKSet.parse(jwks);
    } catch (ParseException | RuntimeException malformed) {
      throw new IllegalArgumentException("keys must be a JWK set (RFC 7517)");
    }
  }

  private static Trusted trusted(String id, JWK key) {
    try {
      JWSAlgorithm algorithm = JWSAlgorithm.parse(key.getAlgorithm().getName());
      JWSVerifier verifier = verifier(id, key);
      require(
          verifier.supportedJWSAlgorithms().contains(algorithm),
          "the alg of key " + id + " must be one for its kind and size");
      return new Trusted(algorithm, verifier);
    } catch (JOSEException unusable) {
      throw new IllegalArgumentException(
          "key " + id + " must be one to verify by; a shared secret has 256 bits or more");
    }
  }

  private static JWSVerifier verifier(String id, JWK key) throws JOSEException {
    if (key instanceof OctetSequenceKey secret) {
      return new MACVerifier(secret);
    }
    require(!key.isPrivate(), "key " + id + " must not have its private part here");
    if (key instanceof ECKey curve) {
      return new ECDSAVerifier(curve);
    }
    require(
        key instanceof RSAKey && key.size() >= SHORTEST_RSA_BITS,
        "key " + id + " must be RSA of 2048 bits or more, EC, or a shared secret");
    return new RSASSAVerifier((RSAKey) key);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** Whether one of them is a shared secret, with which whoever reads it can sign, too. */
  public boolean haveSecret() {
    return byId.values().stream().anyMatch(key -> key.verifier() instanceof MACVerifier);
  }

  /** Whether one of these keys signed {@code token} by the algorithm that this key is for. */
  boolean verify(SignedJWT token, JWSHeader header) throws JOSEException {
    Trusted key = header.getKeyID() == null ? null : byId.get(header.getKeyID());
    return key != null
        && key.algorithm().equals(header.getAlgorithm())
        && token.verify(key.verifier());
  }
}
