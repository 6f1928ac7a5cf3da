package net.alogins.oo.policies;

import java.util.random.RandomGenerator;

/** Draws that are as good as normal, and the same on every JDK: sums of uniform numbers. */
final class Normal {

  private static final int UNIFORMS = 12;

  private Normal() {}

  /** One of mean 0 and variance 1. */
  static double next(RandomGenerator random) {
    double sum = -UNIFORMS / 2.;
    for (int i = 0; i < UNIFORMS; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** {@code count} of them. */
  static double[] next(RandomGenerator random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = next(random);
    }
    return values;
  }

  /**
   * A vector about {@code mean}, {@code alpha} times as far away as the covariance says.
   *
   * @param precision the factor of the inverse of the covariance
   */
  static double[] about(double[] mean, double alpha, Cholesky precision, RandomGenerator random) {
    double[] drawn = mean.clone();
    double[] away = precision.backward(next(random, mean.length));
    Doubles.add(drawn, alpha, away, 0, drawn.length);
    return drawn;
  }
}
