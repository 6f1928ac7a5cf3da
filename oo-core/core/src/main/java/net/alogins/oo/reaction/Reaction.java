package net.alogins.oo.reaction;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;

/**
 * What a person says to a tip: done, snooze, dismiss, or that they take it back.
 *
 * <p>Its default id is its kind, so that saying the same thing of the same tip twice is one fact; a
 * page sends a fresh {@link #id(ReactionId) id} per press, so that done, undo, done is three.
 */
public sealed interface Reaction permits Answer, Undo {

  /** Which tip. */
  TipId tip();

  /** Which press. */
  ReactionId id();

  /** The same under another id. */
  Reaction id(ReactionId id);

  /** It is done. */
  static Answer done(TipId tip) {
    return new Answer(tip, new ReactionId("done"), Kind.DONE, Optional.empty());
  }

  /** The right tip at the wrong time: not before {@code until}. */
  static Answer snooze(TipId tip, Instant until) {
    return new Answer(tip, new ReactionId("snooze"), Kind.SNOOZED, Optional.of(until));
  }

  /** No. */
  static Answer dismiss(TipId tip) {
    return new Answer(tip, new ReactionId("dismiss"), Kind.DISMISSED, Optional.empty());
  }

  /** The reaction {@code target} to {@code tip} is taken back. */
  static Undo undo(TipId tip, ReactionId target) {
    return new Undo(tip, target);
  }
}
