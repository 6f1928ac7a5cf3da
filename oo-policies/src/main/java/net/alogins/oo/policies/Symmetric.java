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
    double[] above = new double[x.length];
    double form = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      addFour(above, i, x);
      for (int k = i; k < i + 4; k++) {
        Doubles.add(above, x[k], rows[k], i, k);
      }
    }
    for (; i < x.length; i++) {
      Doubles.add(above, x[i], rows[i], 0, i);
    }
    for (int k = 0; k < x.length; k++) {
      form += rows[k][k] * x[k] * x[k];
    }
    return form + 2 * Doubles.dot(above, x);
  }

  /** The forms of {@code count} vectors side by side: vector i has {@code columns[j][i]}. */
  double[] forms(double[][] columns, int count) {
    double[] forms = new double[count];
    for (int k = 0; k < rows.length; k++) {
      double[] row = rows[k];
      double[] above = new double[count];
      Doubles.addAll(above, row, columns, 0, k);
      double[] column = columns[k];
      double diagonal = row[k];
      for (int i = 0; i < count; i++) {
        forms[i] += column[i] * (diagonal * column[i] + 2 * above[i]);
      }
    }
    return forms;
  }

  /** The first columns of four rows at once, which halves the way to memory. */
  private void addFour(double[] above, int i, double[] x) {
    double[] row0 = rows[i];
    double[] row1 = rows[i + 1];
    double[] row2 = rows[i + 2];
    double[] row3 = rows[i + 3];
    double x0 = x[i];
    double x1 = x[i + 1];
    double x2 = x[i + 2];
    double x3 = x[i + 3];
    for (int j = 0; j < i; j++) {
      above[j] += x0 * row0[j] + x1 * row1[j] + (x2 * row2[j] + x3 * row3[j]);
    }
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
