package net.alogins.oo.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.NewerEventException;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.event.TipEvent;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.wire.v1.Envelope;

/**
 * Rows of the log as envelopes, and back. No field of an event is lost on the way; what a newer
 * writer has added stays in the envelope, so that it can be passed on. May be used by any thread.
 */
public final class Wire {

  /** The newest release of the contract that this code knows, which is its schema's version. */
  public static final int VERSION = 1;

  private static final String PURPOSE = "PURPOSE_";
  private static final String REACTION = "REACTION_KIND_";

  private static final Map<Envelope.PayloadCase, String> TYPES =
      Arrays.stream(Envelope.PayloadCase.values())
          .collect(Collectors.toMap(each -> each, each -> each.name().toLowerCase(Locale.ROOT)));

  private final Pseudonyms pseudonyms;

  /** Envelopes of one tenant, whose people are called by these names. */
  public Wire(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** A row of the log for others. */
  public Envelope envelope(Recorded row) {
    Event event = row.event();
    String subject = pseudonyms.of(event.user());
    Envelope.Builder envelope =
        Envelope.newBuilder()
            .setEventId(subject + "-" + row.seq())
            .setSchemaVersion(VERSION)
            .setTenant(pseudonyms.tenant().value())
            .setSubject(subject)
            .setOccurredAt(Times.of(event.at()))
            .setSequence(row.seq());
    put(event, envelope);
    return envelope.setType(type(envelope.getPayloadCase())).build();
  }

  /** What events of a kind are called: the name of the payload's field. */
  static String type(Envelope.PayloadCase payload) {
    return TYPES.getOrDefault(payload, "");
  }

  /**
   * The event in {@code envelope}, of a person whom the reader knows; empty if its kind is of a
   * newer release.
   *
   * @throws NewerEventException if a value in it is of a newer release
   * @throws IllegalArgumentException if it is not whole
   */
  public static Optional<Event> event(UserId user, Envelope envelope) {
    Instant at = Times.of(envelope.getOccurredAt());
    return switch (envelope.getPayloadCase()) {
      case DECIDED -> Optional.of(WireDecided.read(user, at, envelope.getDecided()));
      case REACTED -> Optional.of(reacted(user, at, envelope.getReacted()));
      case RETRACTED -> Optional.of(retracted(user, at, envelope.getRetracted()));
      case WITHDRAWN ->
          Optional.of(new Withdrawn(user, at, TipId.parse(envelope.getWithdrawn().getTip())));
      case WINDOW_CLOSED ->
          Optional.of(new WindowClosed(user, at, TipId.parse(envelope.getWindowClosed().getTip())));
      case CONSENT_CHANGED -> Optional.of(consent(user, at, envelope.getConsentChanged()));
      case REDRIVEN ->
          Optional.of(new Redriven(user, at, TipId.parse(envelope.getRedriven().getTip())));
      case PAYLOAD_NOT_SET -> Optional.empty();
    };
  }

  /**
   * The envelope that {@code bytes} are.
   *
   * @throws IllegalArgumentException if they are none
   */
  public static Envelope parse(byte[] bytes) {
    try {
      return Envelope.parseFrom(bytes);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException("an envelope must be one of the contract", malformed);
    }
  }

  private static void put(Event event, Envelope.Builder envelope) {
    if (event instanceof Decided decided) {
      envelope.setDecided(WireDecided.of(decided));
    } else if (event instanceof Reacted reacted) {
      envelope.setReacted(of(reacted));
    } else if (event instanceof Retracted retracted) {
      envelope
          .getRetractedBuilder()
          .setTip(retracted.tip().toString())
          .setId(retracted.id().value())
          .setTarget(retracted.target().value());
    } else if (event instanceof ConsentChanged changed) {
      put(changed, envelope);
    } else if (event instanceof TipEvent other) {
      put(other, other.tip().toString(), envelope);
    }
  }

  private static void put(TipEvent event, String tip, Envelope.Builder envelope) {
    if (event instanceof Withdrawn) {
      envelope.getWithdrawnBuilder().setTip(tip);
    } else if (event instanceof WindowClosed) {
      envelope.getWindowClosedBuilder().setTip(tip);
    } else if (event instanceof Redriven) {
      envelope.getRedrivenBuilder().setTip(tip);
    }
  }

  private static void put(ConsentChanged changed, Envelope.Builder envelope) {
    var wire = envelope.getConsentChangedBuilder().setId(changed.id().value());
    changed.allowed().stream()
        .sorted()
        .map(each -> net.alogins.oo.wire.v1.Purpose.valueOf(PURPOSE + each.name()))
        .forEach(wire::addAllowed);
  }

  private static net.alogins.oo.wire.v1.Reacted of(Reacted reacted) {
    var wire =
        net.alogins.oo.wire.v1.Reacted.newBuilder()
            .setTip(reacted.tip().toString())
            .setId(reacted.id().value())
            .setKind(net.alogins.oo.wire.v1.ReactionKind.valueOf(REACTION + reacted.kind().name()))
            .setDecided(reacted.decided());
    reacted.until().map(Times::of).ifPresent(wire::setUntil);
    return wire.build();
  }

  private static Reacted reacted(UserId user, Instant at, net.alogins.oo.wire.v1.Reacted wire) {
    Optional<Instant> until =
        wire.hasUntil() ? Optional.of(Times.of(wire.getUntil())) : Optional.empty();
    return new Reacted(
        user,
        at,
        TipId.parse(wire.getTip()),
        new ReactionId(wire.getId()),
        Reacted.Kind.valueOf(known(REACTION, wire.getKind())),
        until,
        wire.getDecided());
  }

  private static Retracted retracted(
      UserId user, Instant at, net.alogins.oo.wire.v1.Retracted wire) {
    return new Retracted(
        user,
        at,
        TipId.parse(wire.getTip()),
        new ReactionId(wire.getId()),
        new ReactionId(wire.getTarget()));
  }

  private static ConsentChanged consent(
      UserId user, Instant at, net.alogins.oo.wire.v1.ConsentChanged wire) {
    Set<Purpose> allowed =
        wire.getAllowedList().stream()
            .map(each -> Purpose.valueOf(known(PURPOSE, each)))
            .collect(Collectors.toSet());
    return new ConsentChanged(user, at, new ReactionId(wire.getId()), allowed);
  }

  /** The name of a value without its prefix; one that is not known is of a newer release. */
  private static String known(String prefix, Enum<?> value) {
    String name = value.name();
    if (name.equals("UNRECOGNIZED")) {
      throw new NewerEventException(
          "an event must have values of release " + VERSION + " but one is newer");
    }
    return name.substring(prefix.length());
  }
}
