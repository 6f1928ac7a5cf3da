/** Policies that learn: pure Java on oo-core. */
module net.alogins.oo.policies {
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.policies;
  exports net.alogins.oo.policies.evaluation;
  exports net.alogins.oo.policies.simulation;
}
