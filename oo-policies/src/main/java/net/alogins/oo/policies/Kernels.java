package net.alogins.oo.policies;

import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import net.alogins.oo.policies.kernel.Kernel;
import net.alogins.oo.policies.kernel.KernelSource;

/** The kernel of this process. */
final class Kernels {

  /** The first that can run here, else {@link PlainKernel}. */
  static final Kernel CHOSEN =
      StreamSupport.stream(sources().spliterator(), false)
          .flatMap(source -> source.kernel().stream())
          .findFirst()
          .orElseGet(PlainKernel::new);

  private Kernels() {}

  private static ServiceLoader<KernelSource> sources() {
    return ServiceLoader.load(KernelSource.class, Kernels.class.getClassLoader());
  }
}
