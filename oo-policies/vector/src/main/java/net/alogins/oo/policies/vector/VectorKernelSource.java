package net.alogins.oo.policies.vector;

import java.util.Arrays;
import java.util.Optional;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policies.kernel.Kernel;
import net.alogins.oo.policies.kernel.KernelSource;

/**
 * The kernel of this module, where {@code jdk.incubator.vector} is in the process and the processor
 * computes at least four float64 values at the same time: with fewer, plain Java is as fast.
 */
public final class VectorKernelSource implements KernelSource {

  private static final String MODULE = "jdk.incubator.vector";

  /** Made by the service loader. */
  public VectorKernelSource() {}

  @Override
  public Optional<Kernel> kernel() {
    return ModuleLayer.boot().findModule(MODULE).isPresent() ? rehearsed() : Optional.empty();
  }

  /** What is incubated may be another thing in a Java to come, which shows when it is used. */
  private static Optional<Kernel> rehearsed() {
    try {
      return VectorKernel.isWorthwhile() ? Optional.of(rehearse()) : Optional.empty();
    } catch (LinkageError e) {
      System.getLogger(VectorKernelSource.class.getName())
          .log(System.Logger.Level.WARNING, "the Vector API of this Java is not the known one", e);
      return Optional.empty();
    }
  }

  /** Nine weights where eight are taken at once, and a panel of two vectors and one of one. */
  private static Kernel rehearse() {
    VectorKernel kernel = new VectorKernel();
    kernel.dots(new double[9], FloatColumn.builder(9).build(), DoubleColumn.builder(1));
    int columns = 3 * Kernel.BLOCK;
    float[] ones = new float[columns];
    Arrays.fill(ones, 1);
    Kernel.Matrix matrix = kernel.matrix(ones, columns);
    matrix.times(ones, 0, 1, new float[columns], 0);
    matrix.squares(ones, 0, 1, new double[1], 0);
    return kernel;
  }
}
