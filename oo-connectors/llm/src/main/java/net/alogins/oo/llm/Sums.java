package net.alogins.oo.llm;

/**
 * What the decisions with suggestions of one prompt version have earned, each weighted by one over
 * the version's propensity {@code w = 1 / p}: sums, from which rows can be taken out again.
 *
 * @param decisions how many
 * @param w the sum of w
 * @param wr the sum of w r, with the reward r
 * @param ww the sum of w^2
 * @param wwr the sum of w^2 r
 * @param wwrr the sum of w^2 r^2
 */
record Sums(long decisions, double w, double wr, double ww, double wwr, double wwrr) {

  static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

  Sums plus(double propensity, double reward) {
    return with(1, propensity, reward);
  }

  Sums minus(double propensity, double reward) {
    return with(-1, propensity, reward);
  }

  private Sums with(int sign, double propensity, double r) {
    double v = 1 / propensity;
    return new Sums(
        decisions + sign,
        w + sign * v,
        wr + sign * v * r,
        ww + sign * v * v,
        wwr + sign * v * v * r,
        wwrr + sign * v * v * r * r);
  }

  /** The mean reward, as if the version had always been chosen; 0 without decisions. */
  double mean() {
    return decisions == 0 ? 0 : wr / w;
  }

  /** The variance of that mean, linearised; 0 without decisions. */
  double variance() {
    double m = mean();
    return decisions == 0 ? 0 : Math.max(0, wwrr - 2 * m * wwr + m * m * ww) / (w * w);
  }
}
