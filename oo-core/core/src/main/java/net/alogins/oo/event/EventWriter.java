package net.alogins.oo.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.alogins.oo.id.TipId;

/** A growing run of bytes in the storage format's primitives. */
final class EventWriter {

  private byte[] bytes = new byte[256];
  private int size;

  void writeByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (size + more));
    }
  }

  void writeInt(int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      writeByte(value >>> shift);
    }
  }

  void writeLong(long value) {
    writeInt((int) (value >>> 32));
    writeInt((int) value);
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
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  void writeInstant(Instant instant) {
    writeSigned(instant.toEpochMilli());
  }

  void writeTip(TipId tip) {
    writeLong(tip.high());
    writeLong(tip.low());
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
