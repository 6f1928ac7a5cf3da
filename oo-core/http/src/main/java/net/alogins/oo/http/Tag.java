package net.alogins.oo.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A strong entity tag of RFC 9110: another answer has another one.
 *
 * @param value as it stands in the header, with its quotes
 */
record Tag(String value) {

  static Tag of(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return new Tag("\"%016x\"".formatted(ByteBuffer.wrap(hash).getLong()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK must have SHA-256", impossible);
    }
  }

  /** Whether {@code ifMatch}, the header of that name, asks for this one, or for any. */
  boolean isAmong(String ifMatch) {
    return Arrays.stream(ifMatch.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals(value) || tag.equals("*"));
  }
}
