package net.alogins.oo.policies.evaluation;

/**
 * The mean of some numbers, and its standard error: their standard deviation (n - 1 degrees of
 * freedom) by the root of n; infinite for a single one.
 *
 * <p>Sums are compensated (Neumaier 1974), so that their order hardly shows.
 */
record Moments(double mean, double standardError) {

  static Moments of(double[] values) {
    double mean = mean(values);
    if (values.length == 1) {
      return new Moments(mean, Double.POSITIVE_INFINITY);
    }
    double[] squares = new double[values.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    double variance = sum(squares) / (values.length - 1);
    return new Moments(mean, StrictMath.sqrt(variance / values.length));
  }

  static double mean(double[] values) {
    return sum(values) / values.length;
  }

  static double sum(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double next = sum + value;
      lost +=
          StrictMath.abs(sum) >= StrictMath.abs(value)
              ? (sum - next) + value
              : (value - next) + sum;
      sum = next;
    }
    return sum + lost;
  }
}
