package net.alogins.oo.policy;

import net.alogins.oo.id.CandidateId;

/**
 * What was chosen, as the policy saw it then.
 *
 * @param chosen the slate of the chosen candidate alone
 * @param propensity the probability that it was drawn with
 */
public record Occasion(Slate chosen, double propensity) {

  /** What was chosen. */
  public CandidateId candidate() {
    return chosen.candidates().get(0);
  }

  /** The full feature row of what was chosen. */
  public double[] row() {
    double[] row = new double[chosen.schema().width()];
    chosen.schema().expand(chosen, 0, row);
    return row;
  }
}
