package net.alogins.oo.event;

import java.time.Instant;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * A person took an answer back (undo). It may reach the log before the answer that it takes back.
 *
 * @param user who took it back
 * @param at when it was received
 * @param tip which tip
 * @param id which act of taking back
 * @param target the answer taken back
 */
public record Retracted(UserId user, Instant at, TipId tip, ReactionId id, ReactionId target)
    implements TipEvent {

  @Override
  public String identity() {
    return Reacted.identity(tip, id);
  }

  @Override
  public boolean repeatedBy(Event again) {
    return again instanceof Retracted other && other.target.equals(target);
  }
}
