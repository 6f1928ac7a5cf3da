package net.alogins.oo.meaning;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Under what the meaning of a text is kept: the first half of the HMAC-SHA-256 of the projection's
 * version, the alias, the model and the text, as 32 hexadecimal digits. Who has no key cannot try
 * texts until one fits.
 */
final class Fingerprints {

  /** The bytes of a key. */
  static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGEST_BYTES = 16;

  private final SecretKeySpec key;

  Fingerprints(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "key of meanings must be " + KEY_BYTES + " bytes but was " + key.length);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The fingerprint of {@code text} as {@code model} understands it; none of them may contain 0.
   */
  String of(String alias, String model, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : List.of(Integer.toString(Projection.VERSION), alias, model)) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java must have " + ALGORITHM, impossible);
    }
  }
}
