/** The kernel of the policies in the Vector API. */
module net.alogins.oo.policies.vector {
  requires net.alogins.oo.policies;
  requires jdk.incubator.vector;
  requires static org.jspecify;

  provides net.alogins.oo.policies.kernel.KernelSource with
      net.alogins.oo.policies.vector.VectorKernelSource;
}
