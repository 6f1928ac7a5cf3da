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

  /** Sum of products, in the order of the indices. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("a learned state must stay finite");
    }
    return value;
  }
}
