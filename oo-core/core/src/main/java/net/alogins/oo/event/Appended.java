package net.alogins.oo.event;

/**
 * What became of one event that was handed to the log.
 *
 * @param outcome whether it is new there
 * @param seq the number of the row that holds its identity, 0 while it has none
 */
public record Appended(Outcome outcome, long seq) {

  /** The possible fates of an event. */
  public enum Outcome {
    /** It is new and now durable. */
    RECORDED,
    /** The log already held it; nothing changed. */
    REPEATED,
    /** The log holds another fact of the same identity; nothing changed. */
    CONFLICT
  }
}
