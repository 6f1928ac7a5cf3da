package net.alogins.oo.policies.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * Sums of products with two vectors of lanes, four at a time: each value that is loaded is used for
 * two of them. More rows at once would be more sums than the JIT keeps in registers.
 */
final class Sums {

  static final int LANES = 2 * Lanes.WIDTH;

  private Sums() {}

  /**
   * For two rows of factors.
   *
   * @param to a multiple of four
   * @param x value j of each lane from {@code j * LANES} on
   * @param sums overwritten from {@code at} on, those of the second row after those of the first
   */
  static void ofTwo(double[] row0, double[] row1, int to, double[] x, double[] sums, int at) {
    DoubleVector left0 = DoubleVector.zero(Lanes.SPECIES);
    DoubleVector left1 = left0;
    DoubleVector right0 = left0;
    DoubleVector right1 = left0;
    for (int j = 0; j < to; j += 4) {
      DoubleVector x0 = Lanes.get(x, j * LANES);
      DoubleVector x1 = Lanes.get(x, (j + 1) * LANES);
      DoubleVector x2 = Lanes.get(x, (j + 2) * LANES);
      DoubleVector x3 = Lanes.get(x, (j + 3) * LANES);
      left0 = left0.add(Lanes.four(row0, j, x0, x1, x2, x3));
      left1 = left1.add(Lanes.four(row1, j, x0, x1, x2, x3));
      DoubleVector y0 = Lanes.get(x, j * LANES + Lanes.WIDTH);
      DoubleVector y1 = Lanes.get(x, (j + 1) * LANES + Lanes.WIDTH);
      DoubleVector y2 = Lanes.get(x, (j + 2) * LANES + Lanes.WIDTH);
      DoubleVector y3 = Lanes.get(x, (j + 3) * LANES + Lanes.WIDTH);
      right0 = right0.add(Lanes.four(row0, j, y0, y1, y2, y3));
      right1 = right1.add(Lanes.four(row1, j, y0, y1, y2, y3));
    }
    left0.intoArray(sums, at);
    right0.intoArray(sums, at + Lanes.WIDTH);
    left1.intoArray(sums, at + LANES);
    right1.intoArray(sums, at + LANES + Lanes.WIDTH);
  }

  /**
   * For one row of factors.
   *
   * @param to a multiple of four
   * @param sums overwritten
   */
  static void ofOne(double[] row, int to, double[] x, double[] sums) {
    DoubleVector left = DoubleVector.zero(Lanes.SPECIES);
    DoubleVector right = left;
    for (int j = 0; j < to; j += 4) {
      DoubleVector x0 = Lanes.get(x, j * LANES);
      DoubleVector x1 = Lanes.get(x, (j + 1) * LANES);
      DoubleVector x2 = Lanes.get(x, (j + 2) * LANES);
      DoubleVector x3 = Lanes.get(x, (j + 3) * LANES);
      left = left.add(Lanes.four(row, j, x0, x1, x2, x3));
      DoubleVector y0 = Lanes.get(x, j * LANES + Lanes.WIDTH);
      DoubleVector y1 = Lanes.get(x, (j + 1) * LANES + Lanes.WIDTH);
      DoubleVector y2 = Lanes.get(x, (j + 2) * LANES + Lanes.WIDTH);
      DoubleVector y3 = Lanes.get(x, (j + 3) * LANES + Lanes.WIDTH);
      right = right.add(Lanes.four(row, j, y0, y1, y2, y3));
    }
    left.intoArray(sums, 0);
    right.intoArray(sums, Lanes.WIDTH);
  }

  /** As many lanes of {@code vectors} as there are, from {@code lane} on, side by side; else 0. */
  static void flatten(double[][] vectors, int lane, double[] x) {
    for (int j = 0; j < vectors.length; j++) {
      double[] vector = vectors[j];
      if (lane + LANES <= vector.length) {
        Lanes.get(vector, lane).intoArray(x, j * LANES);
        Lanes.get(vector, lane + Lanes.WIDTH).intoArray(x, j * LANES + Lanes.WIDTH);
      } else {
        int here = vector.length - lane;
        System.arraycopy(vector, lane, x, j * LANES, here);
        Arrays.fill(x, j * LANES + here, (j + 1) * LANES, 0);
      }
    }
  }
}
