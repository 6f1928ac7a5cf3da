package net.alogins.oo.todotxt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which task: its lasting words, and which of the lines with these words it is.
 *
 * @param words the first 64 bits of the SHA-256 of the words
 * @param nth 1 for the first of these lines
 */
record Key(long words, int nth) {

  private static final Pattern WRITTEN =
      Pattern.compile("(?<words>[0-9a-f]{16})(?:#(?<nth>[1-9]\\d{0,8}))?");

  /** The first 64 bits of the SHA-256 of {@code words}, with a space between them. */
  static long digest(List<String> words) {
    byte[] bytes = String.join(" ", words).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(sha256().digest(bytes)).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK must have SHA-256", impossible);
    }
  }

  /** The key that {@link #toString} wrote; empty if it did not write this. */
  static Optional<Key> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int nth = Optional.ofNullable(matcher.group("nth")).map(Integer::parseInt).orElse(1);
    Key key = new Key(Long.parseUnsignedLong(matcher.group("words"), 16), nth);
    return Optional.of(key).filter(same -> same.toString().equals(text));
  }

  @Override
  public String toString() {
    String first = HexFormat.of().toHexDigits(words);
    return nth == 1 ? first : first + "#" + nth;
  }
}
