package net.alogins.oo.event;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Purpose;

/**
 * The storage format of events: what {@code encode} wrote, every later version can {@code decode}.
 *
 * <p>A row is {@code version (1 byte), type (1 byte), fields, CRC-32C (4 bytes)}. Whole numbers are
 * LEB128 (zig-zag where they may be negative), instants are epoch milliseconds, text is UTF-8 with
 * its length in front. The user is not in the row's body: the store keys by it. Cost is linear in
 * the size of the row.
 */
public final class EventCodec {

  private static final int VERSION = 1;
  private static final int CHECKSUM = Integer.BYTES;

  private enum Type {
    DECIDED(1, Decided.class),
    REACTED(2, Reacted.class),
    RETRACTED(3, Retracted.class),
    WITHDRAWN(4, Withdrawn.class),
    WINDOW_CLOSED(5, WindowClosed.class),
    CONSENT_CHANGED(6, ConsentChanged.class),
    REDRIVEN(7, Redriven.class);

    private static final Map<Class<? extends Event>, Type> OF =
        Arrays.stream(values()).collect(Collectors.toMap(type -> type.events, type -> type));

    private final int code;
    private final Class<? extends Event> events;

    Type(int code, Class<? extends Event> events) {
      this.code = code;
      this.events = events;
    }

    static Type of(Event event) {
      return Objects.requireNonNull(OF.get(event.getClass()));
    }

    static Type of(int code) {
      return Arrays.stream(values())
          .filter(type -> type.code == code)
          .findFirst()
          .orElseThrow(() -> new CorruptEventException("event type must be known but was " + code));
    }
  }

  private EventCodec() {}

  /** The bytes of {@code event}, without its user. */
  public static byte[] encode(Event event) {
    EventWriter out = new EventWriter();
    out.writeByte(VERSION);
    out.writeByte(Type.of(event).code);
    out.writeInstant(event.at());
    writeFields(out, event);
    out.writeInt(checksum(out.bytes(), out.size()));
    return out.toByteArray();
  }

  /**
   * The event that {@code bytes} hold.
   *
   * @throws NewerEventException if the bytes are of a newer version
   * @throws CorruptEventException if they are damaged
   */
  public static Event decode(UserId user, byte[] bytes) {
    int length = bytes.length - CHECKSUM;
    if (length < 2) {
      throw new CorruptEventException("a stored event must be at least 6 bytes");
    }
    if (bytes[0] != VERSION) {
      throw new NewerEventException(
          "event format must be " + VERSION + " but was " + bytes[0] + ": use a newer oO");
    }
    try {
      if (ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) {
        throw new CorruptEventException("a stored event must match its checksum");
      }
      EventReader in = new EventReader(ByteBuffer.wrap(bytes, 0, length));
      in.readNumber();
      return readFields(in, Type.of((int) in.readNumber()), user, in.readInstant());
    } catch (CorruptEventException known) {
      throw known;
    } catch (RuntimeException malformed) {
      throw new CorruptEventException("a stored event must have every field", malformed);
    }
  }

  private static void writeFields(EventWriter out, Event event) {
    if (event instanceof Decided decided) {
      DecidedCodec.write(out, decided);
    } else if (event instanceof Reacted reacted) {
      writeReacted(out, reacted);
    } else if (event instanceof Retracted retracted) {
      out.writeTip(retracted.tip());
      out.writeText(retracted.id().value());
      out.writeText(retracted.target().value());
    } else if (event instanceof ConsentChanged changed) {
      writeConsent(out, changed);
    } else {
      out.writeTip(event.about().orElseThrow());
    }
  }

  private static Event readFields(EventReader in, Type type, UserId user, Instant at) {
    return switch (type) {
      case DECIDED -> DecidedCodec.read(in, user, at);
      case REACTED -> readReacted(in, user, at);
      case RETRACTED ->
          new Retracted(
              user, at, in.readTip(), new ReactionId(in.readText()), new ReactionId(in.readText()));
      case WITHDRAWN -> new Withdrawn(user, at, in.readTip());
      case WINDOW_CLOSED -> new WindowClosed(user, at, in.readTip());
      case CONSENT_CHANGED -> readConsent(in, user, at);
      case REDRIVEN -> new Redriven(user, at, in.readTip());
    };
  }

  private static void writeReacted(EventWriter out, Reacted reacted) {
    out.writeTip(reacted.tip());
    out.writeText(reacted.id().value());
    out.writeText(reacted.kind().name());
    reacted.until().ifPresent(out::writeInstant);
    out.writeNumber(reacted.decided() ? 1 : 0);
  }

  private static Reacted readReacted(EventReader in, UserId user, Instant at) {
    TipId tip = in.readTip();
    ReactionId id = new ReactionId(in.readText());
    Reacted.Kind kind = Reacted.Kind.valueOf(in.readText());
    var until = in.optional(kind == Reacted.Kind.SNOOZED, EventReader::readInstant);
    return new Reacted(user, at, tip, id, kind, until, in.readNumber() == 1);
  }

  private static void writeConsent(EventWriter out, ConsentChanged changed) {
    out.writeText(changed.id().value());
    Set<Purpose> allowed = new TreeSet<>(changed.allowed());
    out.writeNumber(allowed.size());
    allowed.forEach(purpose -> out.writeText(purpose.name()));
  }

  private static ConsentChanged readConsent(EventReader in, UserId user, Instant at) {
    ReactionId id = new ReactionId(in.readText());
    List<Purpose> allowed = in.list(each -> Purpose.valueOf(each.readText()));
    return new ConsentChanged(user, at, id, Set.copyOf(allowed));
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
