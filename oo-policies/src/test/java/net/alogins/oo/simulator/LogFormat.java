package net.alogins.oo.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.id.UserId;

/** What the records of a simulated log say; events are in the library's own storage format. */
final class LogFormat {

  private static final byte BATCH = 1;
  private static final byte POSITION = 2;
  private static final byte TRIMMED = 3;

  private LogFormat() {}

  /** Whoever is told what a record says. */
  interface Reader {

    void batch(List<Event> events);

    void position(String follower, long seq);

    void trimmed(long seq);
  }

  /** Makes an event of its bytes. */
  interface Decoder {

    Event decode(UserId user, byte[] body);
  }

  /** Writes the fields of a record. */
  interface Fields {

    void write(DataOutputStream out) throws IOException;
  }

  static byte[] record(int type, Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(type);
      fields.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a record must be writable to memory", impossible);
    }
    return bytes.toByteArray();
  }

  static byte[] batch(List<Event> events) {
    return record(
        BATCH,
        out -> {
          out.writeInt(events.size());
          for (Event event : events) {
            out.writeUTF(event.user().value());
            byte[] body = EventCodec.encode(event);
            out.writeInt(body.length);
            out.write(body);
          }
        });
  }

  static byte[] position(String follower, long seq) {
    return record(
        POSITION,
        out -> {
          out.writeUTF(follower);
          out.writeLong(seq);
        });
  }

  static byte[] trimmed(long seq) {
    return record(TRIMMED, out -> out.writeLong(seq));
  }

  static void read(byte[] record, Decoder decoder, Reader reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
      switch (in.readByte()) {
        case BATCH -> reader.batch(events(in, decoder));
        case POSITION -> reader.position(in.readUTF(), in.readLong());
        case TRIMMED -> reader.trimmed(in.readLong());
        default -> throw new IOException("a record must be of a known type");
      }
    } catch (IOException malformed) {
      throw new UncheckedIOException("a record of the log must be readable", malformed);
    }
  }

  private static List<Event> events(DataInputStream in, Decoder decoder) throws IOException {
    List<Event> events = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      UserId user = new UserId(in.readUTF());
      events.add(decoder.decode(user, in.readNBytes(in.readInt())));
    }
    return events;
  }

  /** The event that {@code body} seems to hold, whatever its checksum says. */
  static Event trusting(UserId user, byte[] body) {
    int length = body.length - Integer.BYTES;
    CRC32C crc = new CRC32C();
    crc.update(body, 0, length);
    ByteBuffer.wrap(body).putInt(length, (int) crc.getValue());
    return EventCodec.decode(user, body);
  }
}
