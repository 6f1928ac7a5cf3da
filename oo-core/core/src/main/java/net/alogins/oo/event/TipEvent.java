package net.alogins.oo.event;

import java.util.Optional;
import net.alogins.oo.id.TipId;

/** A fact about one tip. */
public sealed interface TipEvent extends Event
    permits Decided, Reacted, Retracted, Withdrawn, WindowClosed, Redriven {

  /** Which tip. */
  TipId tip();

  @Override
  default Optional<TipId> about() {
    return Optional.of(tip());
  }
}
