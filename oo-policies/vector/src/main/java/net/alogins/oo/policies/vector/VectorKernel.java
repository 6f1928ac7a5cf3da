package net.alogins.oo.policies.vector;

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
