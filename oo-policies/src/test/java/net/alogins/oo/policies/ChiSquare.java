package net.alogins.oo.policies;

/**
 * The tail of the chi-square distribution: the incomplete gamma function by its series (DLMF
 * 8.11.4) below the mean and by its continued fraction (DLMF 8.9.2) above, and Stirling's series
 * for its logarithm (DLMF 5.11.1).
 */
final class ChiSquare {

  private static final int TERMS = 10_000;

  private ChiSquare() {}

  /** The probability of {@code x} or more with {@code degrees} of freedom, to about 1e-9. */
  static double tail(double x, int degrees) {
    double a = degrees / 2.0;
    double z = x / 2;
    double density = StrictMath.exp(a * StrictMath.log(z) - z - logGamma(a));
    return z < a + 1 ? 1 - density * below(a, z) : density / above(a, z);
  }

  private static double below(double a, double z) {
    double term = 1 / a;
    double sum = 0;
    for (int n = 1; n < TERMS; n++) {
      sum += term;
      term *= z / (a + n);
    }
    return sum;
  }

  private static double above(double a, double z) {
    double fraction = z + 2 * TERMS + 1 - a;
    for (int k = TERMS; k > 0; k--) {
      fraction = z + 2 * k - 1 - a - k * (k - a) / fraction;
    }
    return fraction;
  }

  private static double logGamma(double a) {
    double shift = 0;
    double x = a;
    while (x < 10) {
      shift -= StrictMath.log(x);
      x++;
    }
    double series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * StrictMath.pow(x, 5));
    return shift
        + (x - 0.5) * StrictMath.log(x)
        - x
        + StrictMath.log(2 * StrictMath.PI) / 2
        + series;
  }
}
