package net.alogins.oo.policies.vector;

import jdk.incubator.vector.DoubleVector;
import net.alogins.oo.policies.kernel.Kernel;

/**
 * The product of two matrices: what is loaded of the second meets four rows of the first, whose
 * sums stay in registers.
 */
final class Products {

  private final double[][] vectors;
  private final int whole;

  Products(double[][] vectors) {
    this.vectors = vectors;
    this.whole = vectors.length / 4 * 4;
  }

  /** Those of all rows of factors. */
  void of(double[][] factors, double[][] products) {
    int last = products.length - 1;
    int width = last < 0 ? 0 : products[0].length;
    for (int lane = 0; lane < width; lane += Lanes.WIDTH) {
      int from = from(lane);
      for (int i = 0; i <= last; i += 4) {
        compute(
            factors,
            i,
            Math.min(i + 1, last),
            Math.min(i + 2, last),
            Math.min(i + 3, last),
            from,
            lane,
            products);
      }
    }
  }

  /** The first vector that has not ended before {@code lane}; if any has, all before this have. */
  private int from(int lane) {
    int from = 0;
    while (from < vectors.length && vectors[from].length <= lane) {
      from += Kernel.BLOCK;
    }
    return from;
  }

  private void compute(
      double[][] factors, int i0, int i1, int i2, int i3, int from, int lane, double[][] products) {
    double[] row0 = factors[i0];
    double[] row1 = factors[i1];
    double[] row2 = factors[i2];
    double[] row3 = factors[i3];
    DoubleVector sum0 = DoubleVector.zero(Lanes.SPECIES);
    DoubleVector sum1 = sum0;
    DoubleVector sum2 = sum0;
    DoubleVector sum3 = sum0;
    int j = from;
    for (; j < whole; j += 4) {
      DoubleVector x0 = Lanes.get(vectors[j], lane);
      DoubleVector x1 = Lanes.get(vectors[j + 1], lane);
      DoubleVector x2 = Lanes.get(vectors[j + 2], lane);
      DoubleVector x3 = Lanes.get(vectors[j + 3], lane);
      sum0 = sum0.add(Lanes.four(row0, j, x0, x1, x2, x3));
      sum1 = sum1.add(Lanes.four(row1, j, x0, x1, x2, x3));
      sum2 = sum2.add(Lanes.four(row2, j, x0, x1, x2, x3));
      sum3 = sum3.add(Lanes.four(row3, j, x0, x1, x2, x3));
    }
    for (; j < vectors.length; j++) {
      DoubleVector x = Lanes.get(vectors[j], lane);
      sum0 = sum0.add(x.mul(row0[j]));
      sum1 = sum1.add(x.mul(row1[j]));
      sum2 = sum2.add(x.mul(row2[j]));
      sum3 = sum3.add(x.mul(row3[j]));
    }
    sum0.intoArray(products[i0], lane);
    sum1.intoArray(products[i1], lane);
    sum2.intoArray(products[i2], lane);
    sum3.intoArray(products[i3], lane);
  }
}
