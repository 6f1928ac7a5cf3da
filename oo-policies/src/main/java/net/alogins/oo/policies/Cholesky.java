package net.alogins.oo.policies;

/**
 * Cholesky's factorisation of {@code I + A} for a symmetric positive semi-definite A: always the
 * same order of operations, hence the same bits everywhere.
 */
final class Cholesky {

  private static final double SMALLEST_PIVOT = 1e-12;

  private Cholesky() {}

  /**
   * The solution w of {@code (I + A) w = b}.
   *
   * @param d the width
   * @param a row-major d x d, left as it is
   * @param b d values, left as they are
   */
  static double[] solve(int d, double[] a, double[] b) {
    double[] lower = factor(d, a);
    double[] w = b.clone();
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < i; k++) {
        w[i] -= lower[i * d + k] * w[k];
      }
      w[i] /= lower[i * d + i];
    }
    for (int i = d - 1; i >= 0; i--) {
      for (int k = i + 1; k < d; k++) {
        w[i] -= lower[k * d + i] * w[k];
      }
      w[i] /= lower[i * d + i];
    }
    return w;
  }

  /** Collinear columns of a large scale would leave nothing, or less, of a pivot. */
  private static double pivot(double rest, double diagonal) {
    return StrictMath.sqrt(StrictMath.max(rest, SMALLEST_PIVOT * (1 + diagonal)));
  }

  private static double[] factor(int d, double[] a) {
    double[] lower = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * d + j] + (i == j ? 1 : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i * d + k] * lower[j * d + k];
        }
        lower[i * d + j] = i == j ? pivot(sum, a[i * d + i]) : sum / lower[j * d + j];
      }
    }
    return lower;
  }
}
