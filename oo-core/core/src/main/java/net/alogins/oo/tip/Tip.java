package net.alogins.oo.tip;

import java.time.Instant;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.TipId;

/**
 * One suggestion for one person.
 *
 * @param id its identity, and that of the decision behind it
 * @param candidate what is suggested
 * @param at when it was decided
 * @param openUntil when its lifetime ends
 * @param why why this one
 */
public record Tip(TipId id, Candidate candidate, Instant at, Instant openUntil, Why why) {

  /** The candidate's text. */
  public String title() {
    return candidate.title();
  }
}
