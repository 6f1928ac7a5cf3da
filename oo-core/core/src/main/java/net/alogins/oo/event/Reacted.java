package net.alogins.oo.event;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * A person answered a tip.
 *
 * @param user who answered
 * @param at when it was received
 * @param tip which tip
 * @param id which answer
 * @param kind what they said
 * @param until when a snooze ends; empty for the other kinds
 * @param decided whether the log held the tip's decision then; if not, this is an orphan
 */
public record Reacted(
    UserId user,
    Instant at,
    TipId tip,
    ReactionId id,
    Kind kind,
    Optional<Instant> until,
    boolean decided)
    implements TipEvent {

  /** What a person can say to a tip. */
  public enum Kind {
    DONE,
    SNOOZED,
    DISMISSED
  }

  public Reacted {
    if (until.isPresent() != (kind == Kind.SNOOZED)) {
      throw new IllegalArgumentException("a snooze must say until when, and nothing else may");
    }
  }

  /** An answer and its undo share one space of ids. */
  static String identity(TipId tip, ReactionId id) {
    return "reaction/" + tip + "/" + id;
  }

  @Override
  public String identity() {
    return identity(tip, id);
  }

  @Override
  public boolean repeatedBy(Event again) {
    return again instanceof Reacted other && other.kind == kind && other.until.equals(until);
  }
}
