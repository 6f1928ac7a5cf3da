package net.alogins.oo.policies.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * Quadratic forms of two vectors of rows. Four rows of the matrix meet them at once, so that eight
 * sums stay in registers, and what is loaded is used by two or by four of them.
 */
final class ManyForms {

  private static final int LANES = Sums.LANES;

  private final double[][] triangle;
  private final double[] x;
  private final double[] above = new double[4 * LANES];
  private final double[] forms = new double[LANES];

  /**
   * @param x overwritten, {@link Sums#LANES} values for each column
   */
  ManyForms(double[][] triangle, double[] x) {
    this.triangle = triangle;
    this.x = x;
  }

  /** The forms of the first {@code count} rows, to {@code wanted} from {@code at} on. */
  void of(double[][] columns, int count, double[] wanted, int at) {
    for (int from = 0; from < count; from += LANES) {
      int here = Math.min(LANES, count - from);
      Sums.flatten(columns, from, x);
      compute();
      System.arraycopy(forms, 0, wanted, at + from, here);
    }
  }

  private void compute() {
    Arrays.fill(forms, 0);
    int k = 0;
    for (; k + 3 < triangle.length; k += 4) {
      Sums.ofTwo(triangle[k], triangle[k + 1], k, x, above, 0);
      Sums.ofTwo(triangle[k + 2], triangle[k + 3], k, x, above, 2 * LANES);
      finishFour(k, 0);
      finishFour(k, Lanes.WIDTH);
    }
    for (int first = k; k < triangle.length; k++) {
      Sums.ofOne(triangle[k], first, x, above);
      finish(first, k, 0);
    }
  }

  /** The columns from k on up to the diagonal of rows k to k + 3, and what they come to. */
  private void finishFour(int k, int lane) {
    int at = k * LANES + lane;
    DoubleVector x0 = Lanes.get(x, at);
    DoubleVector x1 = Lanes.get(x, at + LANES);
    DoubleVector x2 = Lanes.get(x, at + 2 * LANES);
    DoubleVector x3 = Lanes.get(x, at + 3 * LANES);
    double[] row1 = triangle[k + 1];
    double[] row2 = triangle[k + 2];
    double[] row3 = triangle[k + 3];
    DoubleVector sum1 = Lanes.get(above, LANES + lane).add(x0.mul(row1[k]));
    DoubleVector sum2 =
        Lanes.get(above, 2 * LANES + lane).add(x0.mul(row2[k])).add(x1.mul(row2[k + 1]));
    DoubleVector sum3 =
        Lanes.get(above, 3 * LANES + lane)
            .add(x0.mul(row3[k]))
            .add(x1.mul(row3[k + 1]))
            .add(x2.mul(row3[k + 2]));
    Lanes.get(forms, lane)
        .add(part(x0, triangle[k][k], Lanes.get(above, lane)))
        .add(part(x1, row1[k + 1], sum1))
        .add(part(x2, row2[k + 2], sum2))
        .add(part(x3, row3[k + 3], sum3))
        .intoArray(forms, lane);
  }

  private static DoubleVector part(DoubleVector x, double diagonal, DoubleVector above) {
    return x.mul(x.mul(diagonal).add(above.mul(2)));
  }

  /** The columns from {@code from} up to the diagonal of row {@code k}, and what it comes to. */
  private void finish(int from, int k, int at) {
    double[] row = triangle[k];
    for (int lane = 0; lane < LANES; lane += Lanes.WIDTH) {
      DoubleVector sum = Lanes.get(above, at + lane);
      for (int j = from; j < k; j++) {
        sum = sum.add(Lanes.get(x, j * LANES + lane).mul(row[j]));
      }
      DoubleVector column = Lanes.get(x, k * LANES + lane);
      Lanes.get(forms, lane).add(part(column, row[k], sum)).intoArray(forms, lane);
    }
  }
}
