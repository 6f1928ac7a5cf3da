package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A matrix R, a square root of {@code P = R' R}: so that what is computed of P with half of the
 * digits is as exact, and no variance is ever below 0. A triangle: of column j of d only the first
 * {@code d - j} values are not 0. Always the same order of operations, hence the same bits
 * everywhere.
 */
final class Root {

  /** Each an array of its own, because a loop over arrays that share an index becomes vectors. */
  private final double[][] columns;

  private Root(double[][] columns) {
    this.columns = columns;
  }

  private static Root blank(int size) {
    double[][] columns = new double[size][];
    for (int j = 0; j < size; j++) {
      columns[j] = new double[size - j];
    }
    return new Root(columns);
  }

  /** That of {@code D^-1} for a diagonal D. */
  static Root of(double[] penalty) {
    Root root = blank(penalty.length);
    for (int j = 0; j < penalty.length; j++) {
      root.columns[j][penalty.length - 1 - j] = 1 / Doubles.root(penalty[j]);
    }
    return root;
  }

  /** That of {@code (D + A)^-1}. Cost d^3 / 3. */
  static Root of(Symmetric a, double[] penalty) {
    double[][] inverted = Cholesky.of(a, penalty).inverted();
    Root root = blank(penalty.length);
    for (int i = 0; i < inverted.length; i++) {
      for (int j = 0; j <= i; j++) {
        root.columns[j][inverted.length - 1 - i] = inverted[i][j];
      }
    }
    return root;
  }

  /** One of the same size, to be written to. */
  Root blank() {
    return blank(columns.length);
  }

  /** The product {@code R x}, whose square is {@code x' P x}. */
  double[] times(double[] x) {
    double[] product = new double[columns.length];
    for (int j = 0; j < product.length; j++) {
      Doubles.add(product, x[j], columns[j], 0, columns[j].length);
    }
    return product;
  }

  /** The product {@code R' z}. */
  double[] back(double[] z) {
    double[] product = new double[columns.length];
    for (int j = 0; j < product.length; j++) {
      product[j] = Doubles.dot(columns[j], z, columns[j].length);
    }
    return product;
  }

  /**
   * Takes {@code weight x x'} into {@code P^-1}: a triangle stays one (Carlson 1973). Cost d^2.
   *
   * @param along {@code R x}
   * @param weight 1, or -1 if {@code 1 - x' P x} is above 0
   * @param next receives the root of what P comes to; maybe this, while nobody else has it
   * @return {@code P x}, of P as it was
   */
  double[] follow(double[] along, int weight, Root next) {
    Turn turn = new Turn(along, weight);
    double[] direction = new double[columns.length];
    int j = 0;
    for (; j + 3 < direction.length; j += 4) {
      turn.four(columns, next.columns, j, direction);
    }
    for (; j < direction.length; j++) {
      direction[j] = turn.one(columns[j], next.columns[j], columns[j].length - 1, -1);
    }
    return direction;
  }

  /**
   * What happens to each column: its value k becomes {@code kept_k} times what it was, less {@code
   * taken_k} times what the values behind it come to along a direction.
   */
  private static final class Turn {

    private final double[] along;
    private final double[] kept;
    private final double[] taken;

    Turn(double[] along, int weight) {
      this.along = along;
      this.kept = new double[along.length];
      this.taken = new double[along.length];
      double update = 1;
      for (int k = along.length - 1; k >= 0; k--) {
        double more = update + weight * along[k] * along[k];
        kept[k] = Doubles.root(update / more);
        taken[k] = weight * along[k] / (more * kept[k]);
        update = more;
      }
    }

    /** The values from {@code from} down to {@code to}, exclusive; what they come to. */
    double one(double[] column, double[] next, int from, int to) {
      double sum = 0;
      for (int k = from; k > to; k--) {
        double was = column[k];
        next[k] = kept[k] * was - taken[k] * sum;
        sum += along[k] * was;
      }
      return sum;
    }

    /** Four columns from j on, whose sums do not wait for each other. */
    void four(double[][] columns, double[][] nexts, int j, double[] direction) {
      double[] column0 = columns[j];
      double[] column1 = columns[j + 1];
      double[] column2 = columns[j + 2];
      double[] column3 = columns[j + 3];
      double[] next0 = nexts[j];
      double[] next1 = nexts[j + 1];
      double[] next2 = nexts[j + 2];
      double[] next3 = nexts[j + 3];
      int last = column3.length - 1;
      double sum0 = one(column0, next0, last + 3, last);
      double sum1 = one(column1, next1, last + 2, last);
      double sum2 = one(column2, next2, last + 1, last);
      double sum3 = 0;
      for (int k = last; k >= 0; k--) {
        double keeping = kept[k];
        double taking = taken[k];
        double factor = along[k];
        double was0 = column0[k];
        double was1 = column1[k];
        double was2 = column2[k];
        double was3 = column3[k];
        next0[k] = keeping * was0 - taking * sum0;
        next1[k] = keeping * was1 - taking * sum1;
        next2[k] = keeping * was2 - taking * sum2;
        next3[k] = keeping * was3 - taking * sum3;
        sum0 += factor * was0;
        sum1 += factor * was1;
        sum2 += factor * was2;
        sum3 += factor * was3;
      }
      direction[j] = sum0;
      direction[j + 1] = sum1;
      direction[j + 2] = sum2;
      direction[j + 3] = sum3;
    }
  }

  /** The columns, one after the other, as float32; each of so many values, whole blocks. */
  float[] toFloats(int width) {
    float[] floats = new float[columns.length * width];
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k < columns[j].length; k++) {
        floats[j * width + k] = (float) columns[j][k];
      }
    }
    return floats;
  }

  void write(DataOutput out) throws IOException {
    for (double[] column : columns) {
      Doubles.write(column, out);
    }
  }

  static Root read(int size, DataInput in) throws IOException {
    double[][] columns = new double[size][];
    for (int j = 0; j < size; j++) {
      columns[j] = Doubles.read(size - j, in);
    }
    return new Root(columns);
  }
}
