package net.alogins.oo.signal;

/** What became of a {@link Push}. */
public enum Pushed {
  /** It is applied, and that is durable. */
  TAKEN,
  /** It was applied when it came before. */
  REPEATED,
  /** Another message of this name came before; nothing is applied. */
  REUSED,
  /** So many came that repeats could not be told any more; nothing is applied. */
  CROWDED,
  /** There would be more open tasks than a connection may have; nothing is applied. */
  FULL,
  /** There is no such connection. */
  UNKNOWN
}
