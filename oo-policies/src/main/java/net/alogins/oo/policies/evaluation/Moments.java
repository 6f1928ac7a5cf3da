package net.alogins.oo.policies.evaluation;

/**
 * The mean of some numbers; its standard error: their standard deviation (n - 1 degrees of freedom)
 * by the root of n, infinite for a single one; and their skewness, 0 when all are the same.
 *
 * <p>Sums are compensated (Neumaier 1974), so that their order hardly shows.
 */
record Moments(double mean, double standardError, double skewness) {

  static Moments of(double[] values) {
    double mean = mean(values);
    if (values.length == 1) {
      return new Moments(mean, Double.POSITIVE_INFINITY, 0);
    }
    double[] squares = new double[values.length];
    double[] cubes = new double[values.length];
    for (int i = 0; i < squares.length; i++) {
      double off = values[i] - mean;
      squares[i] = off * off;
      cubes[i] = off * off * off;
    }
    double sum = sum(squares);
    double deviation = StrictMath.sqrt(sum / values.length);
    double skewness = sum == 0 ? 0 : mean(cubes) / (deviation * deviation * deviation);
    return new Moments(mean, StrictMath.sqrt(sum / (values.length - 1) / values.length), skewness);
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
