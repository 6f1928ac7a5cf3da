package net.alogins.oo.policies;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws that are as good as normal, and the same on every JDK: sums of uniform numbers. */
final class Normal {

  private static final int UNIFORMS = 12;
  private static final double UNIT = 0x1p-16;
  private static final long EVERY_OTHER = 0x0000ffff0000ffffL;

  private Normal() {}

  /**
   * One of mean 0 and variance 1: the sum of a dozen numbers of 16 bits each, of which a word has
   * four: every other one, of three words, add up in the two halves of a word.
   */
  static double next(RandomGenerator random) {
    long halves = halves(random) + halves(random) + halves(random);
    long sum = (halves & 0xffffffffL) + (halves >>> 32);
    return (sum + UNIFORMS / 2.) * UNIT - UNIFORMS / 2.;
  }

  private static long halves(RandomGenerator random) {
    long bits = random.nextLong();
    return (bits & EVERY_OTHER) + ((bits >>> 16) & EVERY_OTHER);
  }

  /**
   * {@code count} vectors about {@code mean}, {@code alpha} times as far away as the covariance
   * says: value j of vector k is {@code [j][k]}.
   *
   * @param precision the factor of the inverse of the covariance
   */
  static double[][] about(
      double[] mean, double alpha, Cholesky precision, int count, RandomGenerator random) {
    double[][] drawn = new double[mean.length][count];
    for (double[] values : drawn) {
      Arrays.setAll(values, k -> next(random));
    }
    precision.backward(drawn);
    for (int j = 0; j < mean.length; j++) {
      for (int k = 0; k < count; k++) {
        drawn[j][k] = mean[j] + alpha * drawn[j][k];
      }
    }
    return drawn;
  }
}
