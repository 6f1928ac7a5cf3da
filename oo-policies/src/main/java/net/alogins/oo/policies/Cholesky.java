package net.alogins.oo.policies;

/**
 * {@code D + A = L L'} with a lower triangular L, for a positive semi-definite A and a positive
 * diagonal D.
 */
final class Cholesky {

  private static final double SMALLEST_PIVOT = 1e-12;

  /** Of column k of L the rows k and up; what is above is 0. */
  private final double[][] columns;

  private Cholesky(double[][] columns) {
    this.columns = columns;
  }

  /**
   * The factor of {@code D + A}. Cost d^3 / 6.
   *
   * @param ridge the diagonal D
   */
  static Cholesky of(Symmetric a, double[] ridge) {
    int d = ridge.length;
    double[][] columns = new double[d][d];
    for (int i = 0; i < d; i++) {
      double[] row = a.row(i);
      for (int k = 0; k <= i; k++) {
        columns[k][i] = row[k];
      }
      columns[i][i] += ridge[i];
    }
    for (int k = 0; k < d; k++) {
      double[] column = columns[k];
      double pivot = pivot(column[k], ridge[k] + a.diagonal(k));
      column[k] = pivot;
      for (int i = k + 1; i < d; i++) {
        column[i] /= pivot;
      }
      for (int j = k + 1; j < d; j++) {
        Doubles.add(columns[j], -column[j], column, j, d);
      }
    }
    return new Cholesky(columns);
  }

  /** The factor of A alone; as if a little were added to it where it has no inverse. */
  static Cholesky of(Symmetric a) {
    return of(a, new double[a.size()]);
  }

  /** Collinear columns of a large scale would leave nothing, or less, of a pivot. */
  private static double pivot(double rest, double diagonal) {
    return Doubles.root(
        StrictMath.max(rest, SMALLEST_PIVOT * StrictMath.max(0, diagonal) + Double.MIN_NORMAL));
  }

  /** On the diagonal of L. */
  double diagonal(int i) {
    return columns[i][i];
  }

  /** The solution z of {@code L z = b}. */
  double[] forward(double[] b) {
    double[] z = b.clone();
    for (int k = 0; k < z.length; k++) {
      z[k] /= columns[k][k];
      Doubles.add(z, -z[k], columns[k], k + 1, z.length);
    }
    return z;
  }

  /** The product {@code L z}. */
  double[] times(double[] z) {
    double[] product = new double[z.length];
    for (int k = 0; k < z.length; k++) {
      Doubles.add(product, z[k], columns[k], k, z.length);
    }
    return product;
  }

  /** {@code L^-1}, which is lower triangular: of row i the columns 0 to i. Cost d^3 / 6. */
  double[][] inverted() {
    double[][] inverted = new double[columns.length][];
    for (int i = 0; i < inverted.length; i++) {
      double[] row = new double[i + 1];
      for (int k = 0; k < i; k++) {
        Doubles.add(row, -columns[k][i], inverted[k], 0, k + 1);
      }
      for (int j = 0; j < i; j++) {
        row[j] /= columns[i][i];
      }
      row[i] = 1 / columns[i][i];
      inverted[i] = row;
    }
    return inverted;
  }
}
