package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.DeadLetter;

/**
 * What could not be learned.
 *
 * @param rows the rows of the log that were refused, so that a person who is folded again is
 *     refused the same
 * @param letters the latest refusal of each tip that still is refused, oldest first; the oldest go
 *     when there are more than {@value #MOST}
 */
record Refused(Set<Long> rows, List<DeadLetter> letters) {

  private static final int MOST = 1000;
  static final Refused NOTHING = new Refused(Set.of(), List.of());

  /**
   * What is refused after {@code row}.
   *
   * @param cause why it was, if it was
   * @param now how the decision stands after it, while it is joinable
   */
  Refused after(Recorded row, Optional<String> cause, Optional<Joined> now) {
    boolean isRedriven = row.event() instanceof Redriven;
    if (cause.isEmpty() && !isRedriven) {
      return this;
    }
    Event event = row.event();
    TipId tip = event.about().orElseThrow();
    Optional<DeadLetter> known = of(event.user(), tip);
    List<DeadLetter> all = new ArrayList<>(letters);
    known.ifPresent(all::remove);
    if (now.map(Joined::rejected).orElse(true)) {
      String why = cause.or(() -> known.map(DeadLetter::cause)).orElse("too late");
      all.add(new DeadLetter(row.seq(), event.user(), tip, event.at(), why, isRedriven));
    }
    Set<Long> more = new TreeSet<>(rows);
    cause.ifPresent(refusal -> more.add(row.seq()));
    return new Refused(more, List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
  }

  /** The latest refusal of {@code tip}, while it still is refused. */
  Optional<DeadLetter> of(UserId user, TipId tip) {
    return letters.stream()
        .filter(letter -> letter.tip().equals(tip) && letter.user().equals(user))
        .findFirst();
  }

  void write(DataOutputStream out) throws IOException {
    Frame.writeAll(out, rows, out::writeLong);
    Frame.writeAll(out, letters, letter -> write(out, letter));
  }

  private static void write(DataOutputStream out, DeadLetter letter) throws IOException {
    out.writeLong(letter.seq());
    out.writeUTF(letter.user().value());
    Frame.write(out, letter.tip());
    out.writeLong(letter.at().toEpochMilli());
    out.writeUTF(letter.cause());
    out.writeBoolean(letter.redriven());
  }

  static Refused read(DataInputStream in) throws IOException {
    return new Refused(
        new TreeSet<>(Frame.readAll(in, DataInputStream::readLong)),
        Frame.readAll(in, Refused::readLetter));
  }

  private static DeadLetter readLetter(DataInputStream in) throws IOException {
    return new DeadLetter(
        in.readLong(),
        new UserId(in.readUTF()),
        Frame.readTip(in),
        Instant.ofEpochMilli(in.readLong()),
        in.readUTF(),
        in.readBoolean());
  }
}
