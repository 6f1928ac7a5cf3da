package net.alogins.oo.event;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * A fact of the one log that everything is learned from.
 *
 * <p>An event is made of ids, primitives and columns only, so that it outlives the code that wrote
 * it. Times have millisecond precision.
 */
public sealed interface Event permits TipEvent, ConsentChanged {

  /** Whose fact it is. */
  UserId user();

  /** When it happened, by the wall clock; the order of facts is that of the log, not of this. */
  Instant at();

  /** The tip that it is about, or empty. */
  default Optional<TipId> about() {
    return Optional.empty();
  }

  /** What makes it the same fact when it is told again; unique for the user within the log. */
  String identity();

  /** Whether {@code again}, which has the same identity, says the same thing. */
  default boolean repeatedBy(Event again) {
    return getClass() == again.getClass();
  }
}
