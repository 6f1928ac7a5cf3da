package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A symmetric matrix: of row i the columns 0 to i. Always the same order of operations, hence the
 * same bits everywhere.
 *
 * <p>Each row is an array of its own, because a loop over arrays becomes vector instructions only
 * where all of them have the same index.
 */
final class Symmetric {

  private final double[][] rows;

  private Symmetric(double[][] rows) {
    this.rows = rows;
  }

  /** All 0. */
  static Symmetric zero(int size) {
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = new double[i + 1];
    }
    return new Symmetric(rows);
  }

  /** A copy to write to. */
  Symmetric copy() {
    double[][] copy = rows.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i].clone();
    }
    return new Symmetric(copy);
  }

  /** The number of rows. */
  int size() {
    return rows.length;
  }

  /** Row {@code i} up to the diagonal, to write to while nobody else has this. */
  double[] row(int i) {
    return rows[i];
  }

  /** On the diagonal. */
  double diagonal(int i) {
    return rows[i][i];
  }

  /** Adds {@code factor x x'} to this, while nobody else has it. */
  void add(double[] x, double factor) {
    for (int i = 0; i < rows.length; i++) {
      Doubles.add(rows[i], factor * x[i], x, 0, i + 1);
    }
  }

  Symmetric plus(Symmetric other) {
    double[][] sum = new double[rows.length][];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Doubles.sum(rows[i], other.rows[i]);
    }
    return new Symmetric(sum);
  }

  /** The product with a vector. */
  double[] times(double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      Doubles.add(product, x[i], rows[i], 0, i);
      product[i] += Doubles.dot(rows[i], x, i + 1);
    }
    return product;
  }

  /** The quadratic form {@code x' M x} of this matrix M. */
  double form(double[] x) {
    double[] above = new double[rows.length];
    double diagonal = 0;
    for (int i = 0; i < rows.length; i++) {
      Doubles.add(above, x[i], rows[i], 0, i);
      diagonal += rows[i][i] * x[i] * x[i];
    }
    return diagonal + 2 * Doubles.dot(above, x);
  }

  void write(DataOutput out) throws IOException {
    for (double[] row : rows) {
      Doubles.write(row, out);
    }
  }

  static Symmetric read(int size, DataInput in) throws IOException {
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Doubles.read(i + 1, in);
    }
    return new Symmetric(rows);
  }
}
