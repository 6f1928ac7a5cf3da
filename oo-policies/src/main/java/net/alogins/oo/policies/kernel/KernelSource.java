package net.alogins.oo.policies.kernel;

import java.util.Optional;

/** Where a kernel may come from: a service that {@link java.util.ServiceLoader} finds. */
public interface KernelSource {

  /**
   * The kernel, if it can run in this process, on this machine; else nothing, and never an error.
   */
  Optional<Kernel> kernel();
}
