package net.alogins.oo.event;

import java.time.Instant;
import java.util.Optional;
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
public record Withdrawn(UserId user, Instant at, TipId tip) implements Event {

  @Override
  public Optional<TipId> about() {
    return Optional.of(tip);
  }

  @Override
  public String identity() {
    return "withdrawn/" + tip;
  }

  @Override
  public boolean repeatedBy(Event again) {
    return again instanceof Withdrawn;
  }
}
