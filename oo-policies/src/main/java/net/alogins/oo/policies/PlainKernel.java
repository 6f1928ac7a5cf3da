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

  @Override
  public void addAll(double[] a, double[] factors, double[][] vectors, int from, int to) {
    int k = from;
    for (; k + 3 < to; k += 4) {
      addFour(a, factors, vectors, k);
    }
    for (; k < to; k++) {
      Doubles.add(a, factors[k], vectors[k], 0, a.length);
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
    for (int i = 0; i < a.length; i++) {
      a[i] +=
          factor0 * vector0[i]
              + factor1 * vector1[i]
              + (factor2 * vector2[i] + factor3 * vector3[i]);
    }
  }

  @Override
  public void products(
      double[][] rows, int count, double[][] vectors, double[][] products, int at) {
    for (int i = 0; i < count; i++) {
      addAll(products[at + i], rows[i], vectors, 0, vectors.length);
    }
  }

  @Override
  public void backward(double[][] columns, double[][] z) {
    double[] known = new double[z.length == 0 ? 0 : z[0].length];
    for (int k = z.length - 1; k >= 0; k--) {
      Arrays.fill(known, 0);
      addAll(known, columns[k], z, k + 1, z.length);
      double[] values = z[k];
      double pivot = columns[k][k];
      for (int i = 0; i < known.length; i++) {
        values[i] = (values[i] - known[i]) / pivot;
      }
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
      addAll(above, triangle[k], columns, 0, k);
      double[] column = columns[k];
      double diagonal = triangle[k][k];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += column[i] * (diagonal * column[i] + 2 * above[i]);
      }
    }
    System.arraycopy(sums, 0, forms, at, count);
  }

  /** Two rows at a time, whose sums do not wait for each other. */
  @Override
  public void formsOfFew(
      double[][] triangle, double[][] directions, double[] gains, double[][] rows, double[] forms) {
    double[] above = new double[triangle.length];
    double[] two = new double[2];
    for (int i = 0; i < forms.length; i += 2) {
      int next = Math.min(i + 1, forms.length - 1);
      double[] x = rows[i];
      double[] y = rows[next];
      diagonals(triangle, x, y, two);
      double form = two[0] + 2 * aboveAlong(triangle, x, above);
      double other = next == i ? form : two[1] + 2 * aboveAlong(triangle, y, above);
      for (int step = 0; step < gains.length; step++) {
        dots(directions[step], x, y, two);
        form -= gains[step] * two[0] * two[0];
        other -= gains[step] * two[1] * two[1];
      }
      forms[i] = form;
      forms[next] = other;
    }
  }

  /** What is on the diagonal, for two rows. */
  private static void diagonals(double[][] triangle, double[] x, double[] y, double[] two) {
    double sum0 = 0;
    double sum1 = 0;
    for (int k = 0; k < triangle.length; k++) {
      double diagonal = triangle[k][k];
      sum0 += diagonal * x[k] * x[k];
      sum1 += diagonal * y[k] * y[k];
    }
    two[0] = sum0;
    two[1] = sum1;
  }

  /** {@link Doubles#dot} of {@code a} with two vectors. */
  private static void dots(double[] a, double[] x, double[] y, double[] two) {
    double x0 = 0;
    double x1 = 0;
    double x2 = 0;
    double x3 = 0;
    double y0 = 0;
    double y1 = 0;
    double y2 = 0;
    double y3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      x0 += a[i] * x[i];
      x1 += a[i + 1] * x[i + 1];
      x2 += a[i + 2] * x[i + 2];
      x3 += a[i + 3] * x[i + 3];
      y0 += a[i] * y[i];
      y1 += a[i + 1] * y[i + 1];
      y2 += a[i + 2] * y[i + 2];
      y3 += a[i + 3] * y[i + 3];
    }
    for (; i < a.length; i++) {
      x0 += a[i] * x[i];
      y0 += a[i] * y[i];
    }
    two[0] = x0 + x1 + (x2 + x3);
    two[1] = y0 + y1 + (y2 + y3);
  }

  /** The form of one row. */
  static double form(double[][] triangle, double[] x) {
    double[] form = new double[1];
    new PlainKernel()
        .formsOfFew(triangle, new double[0][], new double[0], new double[][] {x}, form);
    return form[0];
  }

  /**
   * {@code above . x}.
   *
   * @param above overwritten
   */
  private static double aboveAlong(double[][] triangle, double[] x, double[] above) {
    Arrays.fill(above, 0);
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      addFourRows(above, i, triangle, x);
    }
    for (; i < x.length; i++) {
      Doubles.add(above, x[i], triangle[i], 0, i);
    }
    return Doubles.dot(above, x);
  }

  /**
   * The columns of four rows at once, which halves the way to memory; then those up to the
   * diagonal.
   */
  private static void addFourRows(double[] above, int i, double[][] triangle, double[] x) {
    double[] row0 = triangle[i];
    double[] row1 = triangle[i + 1];
    double[] row2 = triangle[i + 2];
    double[] row3 = triangle[i + 3];
    double x0 = x[i];
    double x1 = x[i + 1];
    double x2 = x[i + 2];
    double x3 = x[i + 3];
    for (int j = 0; j < i; j++) {
      above[j] += x0 * row0[j] + x1 * row1[j] + (x2 * row2[j] + x3 * row3[j]);
    }
    above[i] = above[i] + x1 * row1[i] + x2 * row2[i] + x3 * row3[i];
    above[i + 1] = above[i + 1] + x2 * row2[i + 1] + x3 * row3[i + 1];
    above[i + 2] += x3 * row3[i + 2];
  }
}
