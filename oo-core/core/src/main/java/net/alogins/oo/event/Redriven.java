package net.alogins.oo.event;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * What a decision earned, and could not be learned, is tried once more.
 *
 * @param user whose tip
 * @param at when
 * @param tip which tip
 */
public record Redriven(UserId user, Instant at, TipId tip) implements Event {

  @Override
  public Optional<TipId> about() {
    return Optional.of(tip);
  }

  @Override
  public String identity() {
    return "redriven/" + tip;
  }

  @Override
  public boolean repeatedBy(Event again) {
    return again instanceof Redriven;
  }
}
