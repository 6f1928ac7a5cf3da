package net.alogins.oo.policies;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policies.kernel.Kernel;

/**
 * Eight sums of a row do not wait for each other; of matrices, loops become vector instructions.
 */
final class PlainKernel implements Kernel {

  @Override
  public String name() {
    return "plain Java";
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
  public Matrix matrix(float[] values, int columns) {
    return new PlainMatrix(values, columns);
  }
}
