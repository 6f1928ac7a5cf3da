package net.alogins.oo.policies.vector;

import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policies.kernel.Kernel;

/** Sums stay in registers until they are complete, and what was loaded meets several of them. */
final class VectorKernel implements Kernel {

  private static final int LEAST = 4;

  /** Whether vectors have so many values that this is faster than plain Java. */
  static boolean isWorthwhile() {
    return Lanes.WIDTH >= LEAST;
  }

  @Override
  public String name() {
    return "Vector API, %d bits".formatted(Lanes.SPECIES.vectorBitSize());
  }

  @Override
  public void dots(double[] weights, FloatColumn rows, DoubleColumn.Builder dots) {
    Dots.of(weights, rows.values(), dots);
  }

  @Override
  public Matrix matrix(float[] values, int columns) {
    return new VectorMatrix(values, columns);
  }
}
