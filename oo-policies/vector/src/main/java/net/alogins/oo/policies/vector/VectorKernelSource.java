package net.alogins.oo.policies.vector;

import java.util.Optional;
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
    return ModuleLayer.boot().findModule(MODULE).isPresent() && VectorKernel.isWorthwhile()
        ? Optional.of(new VectorKernel())
        : Optional.empty();
  }
}
