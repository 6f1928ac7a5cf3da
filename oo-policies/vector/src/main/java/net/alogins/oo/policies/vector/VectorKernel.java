package net.alogins.oo.policies.vector;

import jdk.incubator.vector.DoubleVector;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policies.kernel.Kernel;

/**
 * Sums stay in registers until they are complete, and what was loaded meets several of them. Of
 * rows, which are turned on their side for it, a vector has one value each; so that each row has
 * its own sums in their own order, however wide vectors are.
 */
final class VectorKernel implements Kernel {

  private static final int WIDTH = Lanes.WIDTH;
  private static final int PAIR = 2 * WIDTH;

  /** The more rows, the seldomer is there new memory for them; so many stay in a near cache. */
  private static final int ROWS = 128;

  private static final int LEAST = 4;

  /** Whether vectors have so many values that this is faster than plain Java. */
  static boolean isWorthwhile() {
    return WIDTH >= LEAST;
  }

  @Override
  public String name() {
    return "Vector API, %d bits".formatted(Lanes.SPECIES.vectorBitSize());
  }

  @Override
  public int lanes() {
    return ROWS;
  }

  @Override
  public void dots(double[] weights, FloatColumn rows, DoubleColumn.Builder dots) {
    Dots.of(weights, rows.values(), dots);
  }

  @Override
  public void addAll(double[] a, double[] factors, double[][] vectors, int from, int to) {
    int i = 0;
    for (; i + PAIR <= a.length; i += PAIR) {
      addTwo(a, i, factors, vectors, from, to);
    }
    for (; i + WIDTH <= a.length; i += WIDTH) {
      addOne(a, i, factors, vectors, from, to);
    }
    for (; i < a.length; i++) {
      a[i] = added(a[i], i, factors, vectors, from, to);
    }
  }

  /** To {@value #PAIR} values. */
  private static void addTwo(
      double[] a, int at, double[] factors, double[][] vectors, int from, int to) {
    DoubleVector sum0 = Lanes.get(a, at);
    DoubleVector sum1 = Lanes.get(a, at + WIDTH);
    int k = from;
    for (; k + 3 < to; k += 4) {
      if (isAny(factors, k)) {
        sum0 = sum0.add(four(factors, vectors, k, at));
        sum1 = sum1.add(four(factors, vectors, k, at + WIDTH));
      }
    }
    for (; k < to; k++) {
      if (factors[k] != 0) {
        sum0 = sum0.add(one(factors, vectors, k, at));
        sum1 = sum1.add(one(factors, vectors, k, at + WIDTH));
      }
    }
    sum0.intoArray(a, at);
    sum1.intoArray(a, at + WIDTH);
  }

  /** To as many as a vector has. */
  private static void addOne(
      double[] a, int at, double[] factors, double[][] vectors, int from, int to) {
    DoubleVector sum = Lanes.get(a, at);
    int k = from;
    for (; k + 3 < to; k += 4) {
      if (isAny(factors, k)) {
        sum = sum.add(four(factors, vectors, k, at));
      }
    }
    for (; k < to; k++) {
      if (factors[k] != 0) {
        sum = sum.add(one(factors, vectors, k, at));
      }
    }
    sum.intoArray(a, at);
  }

  /** To one value. */
  private static double added(
      double a, int at, double[] factors, double[][] vectors, int from, int to) {
    double sum = a;
    int k = from;
    for (; k + 3 < to; k += 4) {
      if (isAny(factors, k)) {
        sum +=
            factors[k] * vectors[k][at]
                + factors[k + 1] * vectors[k + 1][at]
                + (factors[k + 2] * vectors[k + 2][at] + factors[k + 3] * vectors[k + 3][at]);
      }
    }
    for (; k < to; k++) {
      if (factors[k] != 0) {
        sum += factors[k] * vectors[k][at];
      }
    }
    return sum;
  }

  private static boolean isAny(double[] factors, int k) {
    return factors[k] != 0 || factors[k + 1] != 0 || factors[k + 2] != 0 || factors[k + 3] != 0;
  }

  private static DoubleVector four(double[] factors, double[][] vectors, int k, int at) {
    return one(factors, vectors, k, at)
        .add(one(factors, vectors, k + 1, at))
        .add(one(factors, vectors, k + 2, at).add(one(factors, vectors, k + 3, at)));
  }

  private static DoubleVector one(double[] factors, double[][] vectors, int k, int at) {
    return Lanes.get(vectors[k], at).mul(factors[k]);
  }

  @Override
  public void products(double[][] factors, double[][] vectors, double[][] products) {
    new Products(vectors).of(factors, products);
  }

  @Override
  public double[][] scratch(int width, int count) {
    return new double[1][width * Sums.LANES];
  }

  @Override
  public void forms(
      double[][] triangle,
      double[][] columns,
      int count,
      double[][] scratch,
      double[] forms,
      int at) {
    new ManyForms(triangle, scratch[0]).of(columns, count, forms, at);
  }
}
