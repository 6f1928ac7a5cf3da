package net.alogins.oo.policies;

/**
 * How far values are from what a regression expects of them, in units of the rewards' range.
 *
 * @param rest the sum of the squares that the regression does not explain, 0 or more
 * @param rows how many values there are
 */
record Noise(double rest, long rows) {

  /** The variance of values from 0 to 1 is at most this (Popoviciu 1935). */
  private static final double LARGEST = .25;

  /** The variance of what no model of the columns can say; always there. */
  private static final double LEAST = .03;

  private static final double BELIEVED = 3;

  private static final double NARROWING = 3;

  /**
   * The standard deviation of the noise that makes what was seen most probable, after {@value
   * #BELIEVED} rows of the largest possible noise.
   */
  double deviation() {
    return Doubles.root(LEAST + (rest + BELIEVED * LARGEST) / (rows + BELIEVED));
  }

  /**
   * The deviation, and more while few rows say how large it is, as with Student's t. Without it, an
   * arm that was right at once keeps others from ever being tried.
   */
  double unit() {
    return deviation() * (1 + NARROWING / (1 + rows));
  }
}
