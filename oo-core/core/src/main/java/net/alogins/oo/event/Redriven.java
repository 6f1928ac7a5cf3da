package net.alogins.oo.event;

import java.time.Instant;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * What a decision earned, and could not be learned, is tried once more.
 *
 * @param user whose tip
 * @param at when
 * @param tip which tip
 */
public record Redriven(UserId user, Instant at, TipId tip) implements TipEvent {

  @Override
  public String identity() {
    return "redriven/" + tip;
  }
}
