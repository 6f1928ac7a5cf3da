package net.alogins.oo.tip;

/**
 * A tip and what became of it.
 *
 * @param decision how it was chosen
 * @param outcome what became of it
 */
public record PastTip(Decision decision, Outcome outcome) {

  /** The tip as it was served. */
  public Tip tip() {
    return decision.tip();
  }

  /** What can become of a tip. */
  public enum Outcome {
    /** It waits for an answer. */
    OPEN,
    /** It was done. */
    DONE,
    /** It was put off. */
    SNOOZED,
    /** It was refused. */
    DISMISSED,
    /** Its lifetime ended; an answer is still learned. */
    EXPIRED,
    /** It was never answered. */
    IGNORED,
    /** It was taken back before an answer. */
    WITHDRAWN
  }
}
