package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import net.alogins.oo.event.DoubleColumn;

/** Arrays of float64 values. */
final class Doubles {

  private Doubles() {}

  static void write(double[] values, DataOutput out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static double[] read(int length, DataInput in) throws IOException {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  static double[] of(DoubleColumn column) {
    double[] values = new double[column.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.get(i);
    }
    return values;
  }

  static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  /** Sum of products. */
  static double dot(double[] a, double[] b) {
    return dot(a, b, a.length);
  }

  /** Sum of the first {@code count} products, in eight strands that do not wait for each other. */
  static double dot(double[] a, double[] b, int count) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int i = 0;
    for (; i + 7 < count; i += 8) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
      sum4 += a[i + 4] * b[i + 4];
      sum5 += a[i + 5] * b[i + 5];
      sum6 += a[i + 6] * b[i + 6];
      sum7 += a[i + 7] * b[i + 7];
    }
    for (; i < count; i++) {
      sum0 += a[i] * b[i];
    }
    return sum0 + sum4 + (sum2 + sum6) + (sum1 + sum5 + (sum3 + sum7));
  }

  /** Adds {@code factor b_i} to a_i, for i from {@code from} up to {@code to}, exclusive. */
  static void add(double[] a, double factor, double[] b, int from, int to) {
    if (factor != 0) {
      for (int i = from; i < to; i++) {
        a[i] += factor * b[i];
      }
    }
  }

  /** The square root: the nearest there is, hence the same in every Java. */
  static double root(double value) {
    return Math.sqrt(value);
  }

  static double requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("a learned state must stay finite");
    }
    return value;
  }
}
