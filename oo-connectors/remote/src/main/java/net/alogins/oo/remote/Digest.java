package net.alogins.oo.remote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a cursor remembers of something longer, to see whether it has changed. */
public final class Digest {

  /** How one is written. */
  public static final String RULE = "[0-9a-f]{16}";

  private static final int LENGTH = 16;

  private Digest() {}

  /** The first 64 bits of the SHA-256 of {@code text}, as 16 hexadecimal digits. */
  public static String of(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK must have SHA-256", impossible);
    }
  }
}
