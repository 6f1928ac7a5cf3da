package net.alogins.oo.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a sender and a receiver of webhooks share: 24 to 64 bytes, written {@code whsec_<Base64>}.
 */
public final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 24;
  private static final int USUAL = 32;
  private static final int LONGEST = 64;

  private final SecretKeySpec key;

  private WebhookSecret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * The one that {@code text} spells.
   *
   * @throws IllegalArgumentException if it spells none; without the text
   */
  public static WebhookSecret of(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * The one that these bytes of a text spell; they are only read.
   *
   * @throws IllegalArgumentException if they spell none; without the text
   */
  public static WebhookSecret of(byte[] text) {
    byte[] bytes = decoded(text);
    try {
      if (bytes.length < SHORTEST || bytes.length > LONGEST) {
        throw new IllegalArgumentException(
            "webhook secret must be whsec_ and 24 to 64 bytes in Base64");
      }
      return new WebhookSecret(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** What is in Base64 behind the prefix; nothing if that is not so. */
  private static byte[] decoded(byte[] text) {
    byte[] prefix = PREFIX.getBytes(StandardCharsets.ISO_8859_1);
    int end = Math.min(prefix.length, text.length);
    byte[] rest = Arrays.copyOfRange(text, end, text.length);
    try {
      return Arrays.equals(Arrays.copyOf(text, end), prefix)
          ? Base64.getDecoder().decode(rest)
          : new byte[0];
    } catch (IllegalArgumentException noBase64) {
      return new byte[0];
    } finally {
      Arrays.fill(rest, (byte) 0);
    }
  }

  /** The text of a new one. */
  public static String fresh() {
    byte[] bytes = new byte[USUAL];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** The HMAC-SHA256 of {@code <id>.<seconds>.<body>}. */
  byte[] mac(String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK must have " + ALGORITHM, absent);
    }
  }

  @Override
  public String toString() {
    return "a webhook's secret";
  }
}
