package net.alogins.oo.reaction;

/** What became of a reaction; whatever it says, the fact is durable, but for a conflict. */
public enum Receipt {
  /** It is new, and learned if there is something to learn. */
  RECORDED,
  /** It was recorded before; nothing changed. */
  REPEATED,
  /** It came after the amend horizon: kept, never learned. */
  LATE,
  /** There is no such tip of this person: kept, never learned. */
  ORPHAN,
  /** The same id was used for another reaction; nothing changed. */
  CONFLICT
}
