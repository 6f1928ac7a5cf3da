package net.alogins.oo.event;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.id.TipId;

/** The storage format's primitives, read back. */
final class EventReader extends DataInputStream {

  private static final long MOST_VALUES = 1L << 26;

  /** Reads one value. */
  interface Field<T> {
    T read(EventReader in) throws IOException;
  }

  EventReader(InputStream in) {
    super(in);
  }

  long readNumber() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = readUnsignedByte();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a number must end within 10 bytes");
  }

  long readSigned() throws IOException {
    long value = readNumber();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A number of things that still follow, so never more than the bytes that are left. */
  int readCount() throws IOException {
    long value = readNumber();
    if (value < 0 || value > in.available()) {
      throw new IOException("a count must not exceed the bytes that follow");
    }
    return (int) value;
  }

  /** A number of columns; {@code rows} rows of them are at most 2^26 values. */
  int readWidth(int rows) throws IOException {
    long value = readNumber();
    if (value < 0 || value > Decided.MOST_COLUMNS || value * rows > MOST_VALUES) {
      throw new IOException("a row must have at most " + Decided.MOST_COLUMNS + " columns");
    }
    return (int) value;
  }

  String readText() throws IOException {
    return new String(readNBytes(readCount()), StandardCharsets.UTF_8);
  }

  Instant readInstant() throws IOException {
    return Instant.ofEpochMilli(readSigned());
  }

  TipId readTip() throws IOException {
    return new TipId(readLong(), readLong());
  }

  <T> Optional<T> optional(boolean present, Field<T> field) throws IOException {
    return present ? Optional.of(field.read(this)) : Optional.empty();
  }

  /** As many as the number says that comes first. */
  <T> List<T> list(Field<T> field) throws IOException {
    List<T> list = new ArrayList<>();
    for (int left = readCount(); left > 0; left--) {
      list.add(field.read(this));
    }
    return list;
  }
}
