package net.alogins.oo.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.alogins.oo.id.TipId;

/**
 * The storage format's primitives, read back; what cannot be read is a runtime exception.
 *
 * @param bytes from its position to its limit: what is still to be read
 */
record EventReader(ByteBuffer bytes) {

  private static final long MOST_VALUES = 1L << 26;

  long readNumber() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number must end within 10 bytes");
  }

  long readSigned() {
    long value = readNumber();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A number of things that still follow, so never more than the bytes that are left. */
  int readCount() {
    long value = readNumber();
    if (value < 0 || value > bytes.remaining()) {
      throw new IllegalArgumentException("a count must not exceed the bytes that follow");
    }
    return (int) value;
  }

  /** A number of columns; {@code rows} rows of them are at most 2^26 values. */
  int readWidth(int rows) {
    long value = readNumber();
    if (value < 0 || value > Decided.MOST_COLUMNS || value * rows > MOST_VALUES) {
      throw new IllegalArgumentException(
          "a row must have at most " + Decided.MOST_COLUMNS + " columns");
    }
    return (int) value;
  }

  String readText() {
    byte[] utf8 = new byte[readCount()];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  Instant readInstant() {
    return Instant.ofEpochMilli(readSigned());
  }

  TipId readTip() {
    return new TipId(bytes.getLong(), bytes.getLong());
  }

  <T> Optional<T> optional(boolean present, Function<EventReader, T> field) {
    return present ? Optional.of(field.apply(this)) : Optional.empty();
  }

  /** As many as the number says that comes first. */
  <T> List<T> list(Function<EventReader, T> field) {
    List<T> list = new ArrayList<>();
    for (int left = readCount(); left > 0; left--) {
      list.add(field.apply(this));
    }
    return list;
  }
}
