package net.alogins.oo.event;

import java.time.Instant;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * The time to answer a tip is over: without an answer it counts as ignored.
 *
 * @param user whose tip
 * @param at when it was noticed
 * @param tip which tip
 */
public record WindowClosed(UserId user, Instant at, TipId tip) implements TipEvent {

  @Override
  public String identity() {
    return "closed/" + tip;
  }
}
