package net.alogins.oo.event;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  /** Each where its code, from 1, says; more may only be added. */
  private static final List<Class<? extends Event>> TYPES =
      List.of(
          Decided.class,
          Reacted.class,
          Retracted.class,
          Withdrawn.class,
          WindowClosed.class,
          ConsentChanged.class,
          Redriven.class);

  private EventCodec() {}

  /** The bytes of {@code event}, without its user. */
  public static byte[] encode(Event event) {
    EventWriter out = new EventWriter();
    out.writeByte(VERSION);
    out.writeByte(TYPES.indexOf(event.getClass()) + 1);
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
      return readFields(in, in.readNumber(), user, in.readInstant());
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

  private static Event readFields(EventReader in, long code, UserId user, Instant at) {
    return switch ((int) code) {
      case 1 -> DecidedCodec.read(in, user, at);
      case 2 -> readReacted(in, user, at);
      case 3 ->
          new Retracted(
              user, at, in.readTip(), new ReactionId(in.readText()), new ReactionId(in.readText()));
      case 4 -> new Withdrawn(user, at, in.readTip());
      case 5 -> new WindowClosed(user, at, in.readTip());
      case 6 -> readConsent(in, user, at);
      case 7 -> new Redriven(user, at, in.readTip());
      default -> throw new CorruptEventException("event type must be known but was " + code);
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
