package net.alogins.oo.tip;

/** Why there is no tip. */
public enum Silence {
  /** No source has anything for this person. */
  NO_CANDIDATES,
  /** Everything is snoozed, resting, or done. */
  ALL_FILTERED,
  /** The person does not allow recommending. */
  NO_CONSENT,
  /** No source answered in time. */
  SOURCES_MISSING,
  /** No tip is open; only said where nothing is decided. */
  NONE_OPEN
}
