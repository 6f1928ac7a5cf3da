package net.alogins.oo.todotxt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bytes of a file, seen as lines; what is no line, or not UTF-8, stays as it is. */
final class Content {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** Of UTF-16 and UTF-32, in either order; the fourth of these marks begins with the second. */
  private static final List<byte[]> WIDE_MARKS =
      List.of(
          new byte[] {(byte) 0xfe, (byte) 0xff},
          new byte[] {(byte) 0xff, (byte) 0xfe},
          new byte[] {0, 0, (byte) 0xfe, (byte) 0xff});

  private static final char REPLACEMENT = '\ufffd';

  private final byte[] bytes;

  Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Where a line is.
   *
   * @param number from 1
   * @param from its first byte
   * @param to the byte after its last, which is its end or the end of the file
   * @param next the first byte of the next line
   */
  record Span(int number, int from, int to, int next) {
    int length() {
      return to - from;
    }
  }

  /** Every line, blank ones too. */
  Stream<Span> lines() {
    return Stream.iterate(
        span(1, start()),
        span -> span.from() < bytes.length,
        span -> span(span.number() + 1, span.next()));
  }

  private int start() {
    return startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  }

  private boolean startsWith(byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(mark, 0, mark.length, bytes, 0, mark.length);
  }

  /** Whether it looks like UTF-16 or UTF-32: by its mark, or by NUL bytes in half of its lines. */
  boolean isWide() {
    return WIDE_MARKS.stream().anyMatch(this::startsWith) || hasNulInHalfOfItsLines();
  }

  private boolean hasNulInHalfOfItsLines() {
    if (!hasNul(0, bytes.length)) {
      return false;
    }
    long written = lines().filter(span -> span.length() > 0).count();
    return 2 * lines().filter(span -> hasNul(span.from(), span.to())).count() >= written;
  }

  private boolean hasNul(int from, int to) {
    int at = from;
    while (at < to && bytes[at] != 0) {
      at++;
    }
    return at < to;
  }

  private Span span(int number, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    return new Span(number, from, to, Math.min(end + 1, bytes.length));
  }

  /** The text of a line; empty if it is not UTF-8, or has a NUL byte. */
  Optional<String> text(Span span) {
    if (hasNul(span.from(), span.to())) {
      return Optional.empty();
    }
    String text = new String(bytes, span.from(), span.length(), StandardCharsets.UTF_8);
    boolean isSuspect = text.indexOf(REPLACEMENT) >= 0;
    return isSuspect && !isSame(span, text) ? Optional.empty() : Optional.of(text);
  }

  /** Whether a replacement character stands there, and not in the place of broken bytes. */
  private boolean isSame(Span span, String text) {
    byte[] again = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(again, 0, again.length, bytes, span.from(), span.to());
  }

  /** The same with another text in a line. */
  Content with(Span span, String text) {
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    return new Content(
        ByteBuffer.allocate(bytes.length - span.length() + line.length)
            .put(bytes, 0, span.from())
            .put(line)
            .put(bytes, span.to(), bytes.length - span.to())
            .array());
  }

  /** Whether the last line has an end. */
  boolean isWhole() {
    return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  int length() {
    return bytes.length;
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  boolean hasSameBytes(Content other) {
    return Arrays.equals(bytes, other.bytes);
  }
}
