/** Policies that learn: pure Java on oo-core. */
@SuppressWarnings("module") // who brings another kernel need not be there
module net.alogins.oo.policies {
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.policies;
  exports net.alogins.oo.policies.evaluation;
  exports net.alogins.oo.policies.kernel to
      net.alogins.oo.policies.vector;
  exports net.alogins.oo.policies.simulation;

  uses net.alogins.oo.policies.kernel.KernelSource;
}
