package net.alogins.oo.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * What Apple takes for a client secret: a token that the client signs with its own key (ES256), and
 * that is good for six months at the most. Here each is made when it is needed, for five minutes.
 */
public final class AppleSecret implements ClientSecret {

  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int BITS = 256;

  private final String team;
  private final String client;
  private final JWSHeader header;
  private final ECDSASigner signer;

  private AppleSecret(String team, String client, JWSHeader header, ECDSASigner signer) {
    this.team = team;
    this.client = client;
    this.header = header;
    this.signer = signer;
  }

  /**
   * Secrets of {@code client}, the "services id".
   *
   * @param team the id of the developer team
   * @param client the id of the client
   * @param keyId the id of the key
   * @param pem the private key as Apple gives it, the text of a {@code .p8} file
   * @throws IllegalArgumentException if an id is blank, or that is no such key; what is said never
   *     repeats it
   */
  public static AppleSecret of(String team, String client, String keyId, String pem) {
    if (team.isBlank() || client.isBlank() || keyId.isBlank()) {
      throw new IllegalArgumentException("the ids of team, client and key must not be blank");
    }
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
      return new AppleSecret(team, client, header, new ECDSASigner(key(pem), Curve.P_256));
    } catch (Exception malformed) {
      throw new IllegalArgumentException(
          "the key must be an EC key on P-256 in PEM, beginning with -----BEGIN PRIVATE KEY-----");
    }
  }

  private static PrivateKey key(String pem) throws Exception {
    String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    byte[] der = Base64.getDecoder().decode(base64);
    PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    if (((ECPrivateKey) key).getParams().getCurve().getField().getFieldSize() != BITS) {
      throw new IllegalArgumentException("another curve");
    }
    return key;
  }

  @Override
  public String at(Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(team)
            .subject(client)
            .audience(IdentityProvider.APPLE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException unusable) {
      throw new IllegalStateException("the key must be usable to sign", unusable);
    }
  }
}
