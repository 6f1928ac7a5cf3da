package net.alogins.oo.policies.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/** Quadratic forms of one vector of rows, in the order of operations that is for few. */
final class FewForms {

  private static final int LANES = Lanes.WIDTH;

  private final double[][] triangle;
  private final double[] x;
  private final double[] above;
  private final double[] forms = new double[LANES];

  private FewForms(double[][] triangle) {
    this.triangle = triangle;
    this.x = new double[triangle.length * LANES];
    this.above = new double[triangle.length * LANES];
  }

  /** Those of the first {@code forms.length} of {@code rows}. */
  static void of(double[][] triangle, double[][] rows, double[] forms) {
    FewForms block = new FewForms(triangle);
    for (int from = 0; from < forms.length; from += LANES) {
      int here = Math.min(LANES, forms.length - from);
      Lanes.turn(rows, from, here, block.x, LANES);
      block.compute();
      System.arraycopy(block.forms, 0, forms, from, here);
    }
  }

  private void compute() {
    Arrays.fill(above, 0);
    int i = 0;
    for (; i + 3 < triangle.length; i += 4) {
      addFour(triangle[i], triangle[i + 1], triangle[i + 2], triangle[i + 3], i);
      for (int k = i + 1; k < i + 4; k++) {
        add(triangle[k], i, k);
      }
    }
    for (; i < triangle.length; i++) {
      add(triangle[i], 0, i);
    }
    diagonal().add(dot().mul(2)).intoArray(forms, 0);
  }

  /** What four rows of the matrix are, in the columns before the first of them. */
  private void addFour(double[] row0, double[] row1, double[] row2, double[] row3, int i) {
    DoubleVector x0 = Lanes.get(x, i * LANES);
    DoubleVector x1 = Lanes.get(x, (i + 1) * LANES);
    DoubleVector x2 = Lanes.get(x, (i + 2) * LANES);
    DoubleVector x3 = Lanes.get(x, (i + 3) * LANES);
    for (int j = 0; j < i; j++) {
      Lanes.get(above, j * LANES)
          .add(x0.mul(row0[j]).add(x1.mul(row1[j])).add(x2.mul(row2[j]).add(x3.mul(row3[j]))))
          .intoArray(above, j * LANES);
    }
  }

  /** What row {@code k} of the matrix is, from column {@code from} up to the diagonal. */
  private void add(double[] row, int from, int k) {
    DoubleVector factor = Lanes.get(x, k * LANES);
    for (int j = from; j < k; j++) {
      Lanes.get(above, j * LANES).add(factor.mul(row[j])).intoArray(above, j * LANES);
    }
  }

  private DoubleVector diagonal() {
    DoubleVector sum = DoubleVector.zero(Lanes.SPECIES);
    for (int k = 0; k < triangle.length; k++) {
      DoubleVector value = Lanes.get(x, k * LANES);
      sum = sum.add(value.mul(triangle[k][k]).mul(value));
    }
    return sum;
  }

  /** Of x and what is above, in four strands. */
  private DoubleVector dot() {
    DoubleVector sum0 = DoubleVector.zero(Lanes.SPECIES);
    DoubleVector sum1 = sum0;
    DoubleVector sum2 = sum0;
    DoubleVector sum3 = sum0;
    int j = 0;
    for (; j + 3 < triangle.length; j += 4) {
      sum0 = sum0.add(product(j));
      sum1 = sum1.add(product(j + 1));
      sum2 = sum2.add(product(j + 2));
      sum3 = sum3.add(product(j + 3));
    }
    for (; j < triangle.length; j++) {
      sum0 = sum0.add(product(j));
    }
    return sum0.add(sum1).add(sum2.add(sum3));
  }

  private DoubleVector product(int j) {
    return Lanes.get(above, j * LANES).mul(Lanes.get(x, j * LANES));
  }
}
