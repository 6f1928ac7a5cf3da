package net.alogins.oo.remote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 by one secret: what a webhook is signed with. */
public final class Hmac {

  private static final String NAME = "HmacSHA256";

  private final SecretKeySpec key;

  /** By the UTF-8 bytes of {@code secret}, which is not empty. */
  public Hmac(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), NAME);
  }

  /** The 32 bytes that {@code body} is signed with. */
  public byte[] of(byte[] body) {
    try {
      Mac mac = Mac.getInstance(NAME);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK must have " + NAME, impossible);
    }
  }
}
