package net.alogins.oo.policies;

import java.util.Arrays;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policies.kernel.Kernel;

/**
 * Loops that the JIT makes vector instructions of, where all arrays have the same index. What one
 * loop cannot see is that values are needed again soon, so it goes to memory for each.
 */
final class PlainKernel implements Kernel {

  /** So many rows that their columns stay in the nearest caches. */
  private static final int LANES = 128;

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void dots(double[] weights, FloatColumn rows, DoubleColumn.Builder dots) {
    for (int i = 0; i < dots.size(); i++) {
      dots.set(i, dot(weights, rows, i * weights.length));
    }
  }

  private static double dot(double[] weights, FloatColumn values, int from) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int j = 0;
    for (; j + 7 < weights.length; j += 8) {
      sum0 += weights[j] * values.get(from + j);
      sum1 += weights[j + 1] * values.get(from + j + 1);
      sum2 += weights[j + 2] * values.get(from + j + 2);
      sum3 += weights[j + 3] * values.get(from + j + 3);
      sum4 += weights[j + 4] * values.get(from + j + 4);
      sum5 += weights[j + 5] * values.get(from + j + 5);
      sum6 += weights[j + 6] * values.get(from + j + 6);
      sum7 += weights[j + 7] * values.get(from + j + 7);
    }
    double rest = 0;
    for (; j < weights.length; j++) {
      rest += weights[j] * values.get(from + j);
    }
    return sum0 + sum4 + (sum2 + sum6) + (sum1 + sum5 + (sum3 + sum7)) + rest;
  }

  /** The sum of the vectors up to {@code to}, exclusive, in {@code a}, which is 0 before. */
  private static void addAll(double[] a, double[] factors, double[][] vectors, int to) {
    int k = 0;
    for (; k + 3 < to; k += 4) {
      addFour(a, factors, vectors, k);
    }
    for (; k < to; k++) {
      Doubles.add(a, factors[k], vectors[k], 0, Math.min(a.length, vectors[k].length));
    }
  }

  private static void addFour(double[] a, double[] factors, double[][] vectors, int from) {
    double factor0 = factors[from];
    double factor1 = factors[from + 1];
    double factor2 = factors[from + 2];
    double factor3 = factors[from + 3];
    if (factor0 == 0 && factor1 == 0 && factor2 == 0 && factor3 == 0) {
      return;
    }
    double[] vector0 = vectors[from];
    double[] vector1 = vectors[from + 1];
    double[] vector2 = vectors[from + 2];
    double[] vector3 = vectors[from + 3];
    int length = Math.min(a.length, vector0.length);
    for (int i = 0; i < length; i++) {
      a[i] +=
          factor0 * vector0[i]
              + factor1 * vector1[i]
              + (factor2 * vector2[i] + factor3 * vector3[i]);
    }
  }

  @Override
  public void products(double[][] factors, double[][] vectors, double[][] products) {
    for (int row = 0; row < products.length; row++) {
      Arrays.fill(products[row], 0);
      addAll(products[row], factors[row], vectors, vectors.length);
    }
  }

  @Override
  public double[][] scratch(int width, int count) {
    return new double[2][count];
  }

  /** Each value of M meets many rows in a row, which a processor multiplies at the same time. */
  @Override
  public void forms(
      double[][] triangle,
      double[][] columns,
      int count,
      double[][] scratch,
      double[] forms,
      int at) {
    double[] above = scratch[0];
    double[] sums = scratch[1];
    Arrays.fill(sums, 0);
    for (int k = 0; k < triangle.length; k++) {
      Arrays.fill(above, 0);
      addAll(above, triangle[k], columns, k);
      double[] column = columns[k];
      double diagonal = triangle[k][k];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += column[i] * (diagonal * column[i] + 2 * above[i]);
      }
    }
    System.arraycopy(sums, 0, forms, at, count);
  }
}
