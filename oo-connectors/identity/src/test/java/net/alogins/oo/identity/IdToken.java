package net.alogins.oo.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an ID token says, and by whom it is signed.
 *
 * @param claims what it says
 * @param key who signs
 */
record IdToken(Map<String, Object> claims, RSAKey key) {

  private static final long LIFE_SECONDS = 300;

  /** The provider's key. */
  static final RSAKey KEY = key("first");

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).algorithm(JWSAlgorithm.RS256).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The one that {@code issuer} must give for a login. */
  static IdToken of(String issuer, Map<String, String> login) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", Objects.requireNonNull(login.get("client_id")));
    claims.put("sub", Objects.requireNonNull(login.get("sub")));
    claims.put("nonce", Objects.requireNonNull(login.get("nonce")));
    claims.put("iat", now);
    claims.put("exp", now + LIFE_SECONDS);
    return new IdToken(claims, KEY);
  }

  /** The same, but for one thing that it says. */
  IdToken saying(String claim, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.put(claim, value);
    return new IdToken(changed, key);
  }

  IdToken without(String claim) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.remove(claim);
    return new IdToken(changed, key);
  }

  IdToken by(RSAKey other) {
    return new IdToken(claims, other);
  }

  String signed() {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    try {
      return signed(header, new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Signed with the secret that provider and host share. */
  String signedWithSecret() {
    try {
      return signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(Idp.SECRET));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String unsigned() {
    return Base64URL.encode("{\"alg\":\"none\"}") + "." + payload() + ".";
  }

  /** With the signature of another. */
  String swapped() {
    String signature = signed().substring(signed().lastIndexOf('.'));
    String other = saying("sub", "mallory").signed();
    return other.substring(0, other.lastIndexOf('.')) + signature;
  }

  private Base64URL payload() {
    return Base64URL.encode(JSONObjectUtils.toJSONString(claims));
  }

  private String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
    JWSObject token = new JWSObject(header, new Payload(payload()));
    token.sign(signer);
    return token.serialize();
  }
}
