package net.alogins.oo.reaction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;

/**
 * Done, snoozed or dismissed; made by {@link Reaction}.
 *
 * @param tip which tip
 * @param id which press
 * @param kind what is said
 * @param until when a snooze ends, in milliseconds; empty for the other kinds
 */
public record Answer(TipId tip, ReactionId id, Kind kind, Optional<Instant> until)
    implements Reaction {

  public Answer {
    if (until.isPresent() != (kind == Kind.SNOOZED)) {
      throw new IllegalArgumentException("a snooze must say until when, and nothing else may");
    }
    until = until.map(end -> end.truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public Answer id(ReactionId newId) {
    return new Answer(tip, newId, kind, until);
  }

  /** Takes this answer back. */
  public Undo undo() {
    return new Undo(tip, id);
  }
}
