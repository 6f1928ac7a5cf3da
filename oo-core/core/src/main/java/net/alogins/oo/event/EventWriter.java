package net.alogins.oo.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.alogins.oo.id.TipId;

/** A growing run of bytes in the storage format's primitives. */
final class EventWriter {

  private ByteBuffer out = ByteBuffer.allocate(512);

  private ByteBuffer room(int more) {
    if (out.remaining() < more) {
      out = ByteBuffer.allocate(2 * (out.position() + more)).put(out.flip());
    }
    return out;
  }

  void writeByte(int value) {
    room(1).put((byte) value);
  }

  void writeInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void writeLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  void writeDouble(double value) {
    writeLong(Double.doubleToLongBits(value));
  }

  void writeNumber(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      writeByte((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    writeByte((int) rest);
  }

  void writeSigned(long value) {
    writeNumber((value << 1) ^ (value >> 63));
  }

  void writeText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(utf8.length);
    room(utf8.length).put(utf8);
  }

  void writeInstant(Instant instant) {
    writeSigned(instant.toEpochMilli());
  }

  void writeTip(TipId tip) {
    writeLong(tip.high());
    writeLong(tip.low());
  }

  /** What {@link #size} bytes begin with. */
  byte[] bytes() {
    return out.array();
  }

  int size() {
    return out.position();
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes(), size());
  }
}
