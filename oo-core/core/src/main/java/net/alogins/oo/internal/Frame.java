package net.alogins.oo.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import net.alogins.oo.id.TipId;
import net.alogins.oo.policy.Saved;

/**
 * What is saved, with its place in front and its CRC-32C (RFC 3720) behind, so that damage, or the
 * saved bytes of another place, are told from what was meant.
 */
final class Frame {

  private static final int VERSION = 1;
  private static final int CHECKSUM = Long.BYTES;

  private Frame() {}

  /** Writes what is framed. */
  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads what was framed. */
  interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** {@code content} as of row {@code seq}, saved under {@code name}. */
  static Saved seal(String name, long seq, Content content) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      out.writeUTF(name);
      out.writeLong(seq);
      content.write(out);
      byte[] framed = bytes.toByteArray();
      out.writeLong(checksum(framed, framed.length));
      return new Saved(seq, bytes.toByteArray());
    } catch (IOException impossible) {
      throw new IllegalStateException("a state must be writable to memory", impossible);
    }
  }

  /** What was sealed under {@code name}, or empty when it is damaged or of another version. */
  static <T> Optional<T> open(String name, Saved saved, Reading<T> reading) {
    byte[] body = saved.body();
    int length = body.length - CHECKSUM;
    if (length < 0) {
      return Optional.empty();
    }
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(body, 0, length));
      boolean isWhole =
          ByteBuffer.wrap(body).getLong(length) == checksum(body, length)
              && in.readByte() == VERSION
              && in.readUTF().equals(name)
              && in.readLong() == saved.seq();
      return isWhole ? Optional.of(reading.read(in)) : Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /** Writes one of several. */
  interface Item<T> {
    void write(T item) throws IOException;
  }

  static <T> void writeAll(DataOutput out, Collection<T> items, Item<T> each) throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      each.write(item);
    }
  }

  static <T> List<T> readAll(DataInputStream in, Reading<T> each) throws IOException {
    List<T> all = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      all.add(each.read(in));
    }
    return all;
  }

  static void write(DataOutput out, TipId tip) throws IOException {
    out.writeLong(tip.high());
    out.writeLong(tip.low());
  }

  static TipId readTip(DataInputStream in) throws IOException {
    return new TipId(in.readLong(), in.readLong());
  }
}
