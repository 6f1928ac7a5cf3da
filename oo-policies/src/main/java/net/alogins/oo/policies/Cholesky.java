package net.alogins.oo.policies;

/**
 * Symmetric positive definite matrices of {@code d} rows, packed: of row i the columns 0 to i, at
 * {@code i (i + 1) / 2}. Always the same order of operations, hence the same bits everywhere.
 */
final class Cholesky {

  private static final double SMALLEST_PIVOT = 1e-12;

  private Cholesky() {}

  /** How many values a packed matrix has. */
  static int size(int d) {
    return d * (d + 1) / 2;
  }

  /** Where the diagonal element of row {@code i} is. */
  static int diagonal(int i) {
    return i * (i + 3) / 2;
  }

  /**
   * The inverse of {@code D + A}, by {@code D + A = L L'}. Cost d^3 / 2.
   *
   * @param a packed, positive semi-definite; left as it is
   * @param ridge the diagonal D, positive
   */
  static double[] inverse(double[] a, double[] ridge) {
    return product(ridge.length, inverted(ridge.length, factor(a, ridge)));
  }

  /** The lower triangular {@code L} of {@code D + A = L L'}. Cost d^3 / 6. */
  static double[] factor(double[] a, double[] ridge) {
    double[] lower = new double[a.length];
    for (int i = 0; i < ridge.length; i++) {
      int row = size(i);
      for (int j = 0; j <= i; j++) {
        int other = size(j);
        double sum = a[row + j] + (i == j ? ridge[i] : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[row + k] * lower[other + k];
        }
        lower[row + j] = i == j ? pivot(sum, ridge[i] + a[row + i]) : sum / lower[other + j];
      }
    }
    return lower;
  }

  /** Collinear columns of a large scale would leave nothing, or less, of a pivot. */
  private static double pivot(double rest, double diagonal) {
    return StrictMath.sqrt(StrictMath.max(rest, SMALLEST_PIVOT * diagonal));
  }

  /** The solution z of {@code L z = b}. */
  static double[] forward(double[] lower, double[] b) {
    double[] z = b.clone();
    for (int i = 0; i < z.length; i++) {
      int row = size(i);
      for (int k = 0; k < i; k++) {
        z[i] -= lower[row + k] * z[k];
      }
      z[i] /= lower[row + i];
    }
    return z;
  }

  /** {@code L^-1}, row by row. */
  private static double[] inverted(int d, double[] lower) {
    double[] inverse = new double[lower.length];
    for (int i = 0; i < d; i++) {
      int row = size(i);
      for (int k = 0; k < i; k++) {
        int other = size(k);
        double factor = lower[row + k];
        for (int j = 0; j <= k; j++) {
          inverse[row + j] -= factor * inverse[other + j];
        }
      }
      double pivot = lower[row + i];
      for (int j = 0; j < i; j++) {
        inverse[row + j] /= pivot;
      }
      inverse[row + i] = 1 / pivot;
    }
    return inverse;
  }

  /** {@code M' M} for a lower triangular {@code M}. */
  private static double[] product(int d, double[] m) {
    double[] product = new double[m.length];
    for (int k = 0; k < d; k++) {
      int from = size(k);
      for (int i = 0; i <= k; i++) {
        double factor = m[from + i];
        int row = size(i);
        for (int j = 0; j <= i && factor != 0; j++) {
          product[row + j] += factor * m[from + j];
        }
      }
    }
    return product;
  }

  /** The product of a packed symmetric matrix and a vector. */
  static double[] times(double[] matrix, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int row = size(i);
      double factor = x[i];
      double sum = 0;
      for (int j = 0; j < i; j++) {
        sum += matrix[row + j] * x[j];
        product[j] += matrix[row + j] * factor;
      }
      product[i] += sum + matrix[row + i] * factor;
    }
    return product;
  }

  /** Adds {@code factor x x'} to a packed symmetric matrix. */
  static void add(double[] matrix, double[] x, double factor) {
    for (int i = 0; i < x.length; i++) {
      double scaled = factor * x[i];
      int row = size(i);
      for (int j = 0; j <= i && scaled != 0; j++) {
        matrix[row + j] += scaled * x[j];
      }
    }
  }
}
