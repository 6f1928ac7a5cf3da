package net.alogins.oo.llm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first 64 bits of the SHA-256 of a text, as 16 hexadecimal digits. */
final class Fingerprint {

  private static final int LENGTH = 16;

  private Fingerprint() {}

  static String of(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK must have SHA-256", impossible);
    }
  }
}
