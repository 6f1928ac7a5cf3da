package net.alogins.oo.policies.simulation;

/**
 * The true expected reward of tips, beside that of the best and of an average chore in the same
 * place; sums over some tips.
 *
 * @param tips how many
 * @param value of what was chosen
 * @param best of what would have been best
 * @param average of what chance would have chosen
 */
public record Score(long tips, double value, double best, double average) {

  static final Score NOTHING = new Score(0, 0, 0, 0);

  Score plus(double moreValue, double moreBest, double moreAverage) {
    return new Score(tips + 1, value + moreValue, best + moreBest, average + moreAverage);
  }

  Score plus(Score other) {
    return new Score(
        tips + other.tips, value + other.value, best + other.best, average + other.average);
  }

  /** What a tip is worth on average. */
  public double mean() {
    return value / tips;
  }

  /** 0 for what chance would have earned in the same places, 1 for the best. */
  public double norm() {
    return (value - average) / (best - average);
  }
}
