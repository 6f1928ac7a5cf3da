package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Purpose;

/** One person's part of a snapshot: the ledger, then the own state, then its {@link Digest}. */
final class PersonCodec {

  private PersonCodec() {}

  static Saved write(UserId user, long seq, Person person, Digest digest, Model model) {
    return Frame.seal(
        user.value(),
        seq,
        out -> {
          digest.write(out);
          writeLedger(person.ledger(), out);
          model.keep(person.own(), person.ledger(), out);
        });
  }

  /** The person who was saved, or empty when the bytes are damaged. */
  static Optional<Person> read(UserId user, Saved saved, Model model) {
    return Frame.open(
        user.value(),
        saved,
        in -> {
          Digest.read(in);
          Ledger ledger = readLedger(user, in);
          return new Person(ledger, model.restore(user, ledger, in));
        });
  }

  private static void writeLedger(Ledger ledger, DataOutputStream out) throws IOException {
    out.writeLong(ledger.seq());
    out.writeBoolean(ledger.consents().isPresent());
    Set<Purpose> allowed = ledger.consents().map(Consents::allowed).orElse(Set.of());
    Frame.writeAll(out, new TreeSet<>(allowed), purpose -> out.writeUTF(purpose.name()));
    Frame.writeAll(out, ledger.joined().values(), joined -> writeJoined(joined, out));
  }

  private static Ledger readLedger(UserId user, DataInputStream in) throws IOException {
    long seq = in.readLong();
    boolean isSaid = in.readBoolean();
    Set<Purpose> allowed = Set.copyOf(Frame.readAll(in, i -> Purpose.valueOf(i.readUTF())));
    Map<TipId, Joined> joined = new LinkedHashMap<>();
    Frame.readAll(in, i -> readJoined(user, i)).forEach(j -> joined.put(j.decided().tip(), j));
    return new Ledger(
        seq,
        isSaid ? Optional.of(new Consents(allowed)) : Optional.empty(),
        Collections.unmodifiableMap(joined));
  }

  private static void writeJoined(Joined joined, DataOutputStream out) throws IOException {
    writeEvent(joined.decided(), out);
    Said said = joined.said();
    Frame.writeAll(out, said.answers(), answer -> writeEvent(answer, out));
    Frame.writeAll(out, said.retracted(), id -> out.writeUTF(id.value()));
    out.writeBoolean(said.withdrawn());
    out.writeBoolean(said.closed());
    out.writeInt(said.reactions());
    out.writeDouble(joined.learned().map(Reward::value).orElse(Double.NaN));
    out.writeBoolean(joined.rejected());
  }

  private static Joined readJoined(UserId user, DataInputStream in) throws IOException {
    Decided decided = (Decided) readEvent(user, in);
    Said said =
        new Said(
            Frame.readAll(in, i -> (Reacted) readEvent(user, i)),
            Set.copyOf(Frame.readAll(in, i -> new ReactionId(i.readUTF()))),
            in.readBoolean(),
            in.readBoolean(),
            in.readInt());
    double reward = in.readDouble();
    Optional<Reward> learned =
        Double.isNaN(reward) ? Optional.empty() : Optional.of(new Reward(reward));
    return new Joined(decided, said, learned, in.readBoolean());
  }

  /** Writes a decision, by its name when {@code ledger} has it. */
  static void writeDecided(Decided decided, Ledger ledger, DataOutput out) throws IOException {
    boolean isThere = ledger.of(decided.tip()).isPresent();
    out.writeBoolean(isThere);
    if (isThere) {
      Frame.write(out, decided.tip());
    } else {
      writeEvent(decided, out);
    }
  }

  static Decided readDecided(UserId user, Ledger ledger, DataInputStream in) throws IOException {
    return in.readBoolean()
        ? ledger.of(Frame.readTip(in)).orElseThrow().decided()
        : (Decided) readEvent(user, in);
  }

  private static void writeEvent(Event event, DataOutput out) throws IOException {
    byte[] bytes = EventCodec.encode(event);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Event readEvent(UserId user, DataInputStream in) throws IOException {
    return EventCodec.decode(user, in.readNBytes(in.readInt()));
  }
}
