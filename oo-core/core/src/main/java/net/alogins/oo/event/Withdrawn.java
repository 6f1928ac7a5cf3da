package net.alogins.oo.event;

import java.time.Instant;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * An open tip was taken back by the engine, since its candidate was gone or may no longer be shown.
 * A withdrawn decision is never learned.
 *
 * @param user whose tip
 * @param at when
 * @param tip which tip
 */
public record Withdrawn(UserId user, Instant at, TipId tip) implements TipEvent {

  @Override
  public String identity() {
    return "withdrawn/" + tip;
  }
}
