package net.alogins.oo.policies.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/** Quadratic forms of two vectors of rows, in the order of operations that is for few. */
final class FewForms {

  private static final int LANES = 2 * Lanes.WIDTH;

  private final double[][] triangle;
  private final double[][] directions;
  private final double[] gains;
  private final double[] x;
  private final double[] above;
  private final double[] forms = new double[LANES];

  FewForms(double[][] triangle, double[][] directions, double[] gains) {
    this.triangle = triangle;
    this.directions = directions;
    this.gains = gains;
    this.x = new double[triangle.length * LANES];
    this.above = new double[triangle.length * LANES];
  }

  /** Those of the first {@code wanted.length} of {@code rows}. */
  void of(double[][] rows, double[] wanted) {
    for (int from = 0; from < wanted.length; from += LANES) {
      int here = Math.min(LANES, wanted.length - from);
      Lanes.turn(rows, from, here, x, LANES);
      compute();
      System.arraycopy(forms, 0, wanted, from, here);
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
    finish(0);
    finish(Lanes.WIDTH);
  }

  /** What four rows of the matrix are, in the columns before the first of them. */
  private void addFour(double[] row0, double[] row1, double[] row2, double[] row3, int i) {
    DoubleVector x0 = Lanes.get(x, i * LANES);
    DoubleVector x1 = Lanes.get(x, (i + 1) * LANES);
    DoubleVector x2 = Lanes.get(x, (i + 2) * LANES);
    DoubleVector x3 = Lanes.get(x, (i + 3) * LANES);
    DoubleVector y0 = Lanes.get(x, i * LANES + Lanes.WIDTH);
    DoubleVector y1 = Lanes.get(x, (i + 1) * LANES + Lanes.WIDTH);
    DoubleVector y2 = Lanes.get(x, (i + 2) * LANES + Lanes.WIDTH);
    DoubleVector y3 = Lanes.get(x, (i + 3) * LANES + Lanes.WIDTH);
    for (int j = 0; j < i; j++) {
      Lanes.get(above, j * LANES)
          .add(x0.mul(row0[j]).add(x1.mul(row1[j])).add(x2.mul(row2[j]).add(x3.mul(row3[j]))))
          .intoArray(above, j * LANES);
      Lanes.get(above, j * LANES + Lanes.WIDTH)
          .add(y0.mul(row0[j]).add(y1.mul(row1[j])).add(y2.mul(row2[j]).add(y3.mul(row3[j]))))
          .intoArray(above, j * LANES + Lanes.WIDTH);
    }
  }

  /** What row {@code k} of the matrix is, from column {@code from} up to the diagonal. */
  private void add(double[] row, int from, int k) {
    DoubleVector left = Lanes.get(x, k * LANES);
    DoubleVector right = Lanes.get(x, k * LANES + Lanes.WIDTH);
    for (int j = from; j < k; j++) {
      int at = j * LANES;
      Lanes.get(above, at).add(left.mul(row[j])).intoArray(above, at);
      Lanes.get(above, at + Lanes.WIDTH).add(right.mul(row[j])).intoArray(above, at + Lanes.WIDTH);
    }
  }

  private void finish(int lane) {
    DoubleVector form = diagonal(lane).add(dot(lane).mul(2));
    for (int step = 0; step < gains.length; step++) {
      DoubleVector along = dot(directions[step], lane);
      form = form.sub(along.mul(gains[step]).mul(along));
    }
    form.intoArray(forms, lane);
  }

  private DoubleVector diagonal(int lane) {
    DoubleVector sum = DoubleVector.zero(Lanes.SPECIES);
    for (int k = 0; k < triangle.length; k++) {
      DoubleVector value = Lanes.get(x, k * LANES + lane);
      sum = sum.add(value.mul(triangle[k][k]).mul(value));
    }
    return sum;
  }

  /** Of x and what is above, in four strands. */
  private DoubleVector dot(int lane) {
    DoubleVector sum0 = DoubleVector.zero(Lanes.SPECIES);
    DoubleVector sum1 = sum0;
    DoubleVector sum2 = sum0;
    DoubleVector sum3 = sum0;
    int j = 0;
    for (; j + 3 < triangle.length; j += 4) {
      sum0 = sum0.add(product(j, lane));
      sum1 = sum1.add(product(j + 1, lane));
      sum2 = sum2.add(product(j + 2, lane));
      sum3 = sum3.add(product(j + 3, lane));
    }
    for (; j < triangle.length; j++) {
      sum0 = sum0.add(product(j, lane));
    }
    return sum0.add(sum1).add(sum2.add(sum3));
  }

  private DoubleVector product(int j, int lane) {
    return Lanes.get(above, j * LANES + lane).mul(Lanes.get(x, j * LANES + lane));
  }

  /** Of x and a direction, in four strands. */
  private DoubleVector dot(double[] direction, int lane) {
    DoubleVector sum0 = DoubleVector.zero(Lanes.SPECIES);
    DoubleVector sum1 = sum0;
    DoubleVector sum2 = sum0;
    DoubleVector sum3 = sum0;
    int j = 0;
    for (; j + 3 < direction.length; j += 4) {
      sum0 = sum0.add(Lanes.get(x, j * LANES + lane).mul(direction[j]));
      sum1 = sum1.add(Lanes.get(x, (j + 1) * LANES + lane).mul(direction[j + 1]));
      sum2 = sum2.add(Lanes.get(x, (j + 2) * LANES + lane).mul(direction[j + 2]));
      sum3 = sum3.add(Lanes.get(x, (j + 3) * LANES + lane).mul(direction[j + 3]));
    }
    for (; j < direction.length; j++) {
      sum0 = sum0.add(Lanes.get(x, j * LANES + lane).mul(direction[j]));
    }
    return sum0.add(sum1).add(sum2.add(sum3));
  }
}
