/** Features of what the texts of candidates mean, as a model says. */
module net.alogins.oo.meaning {
  requires transitive net.alogins.oo.core;
  requires com.github.benmanes.caffeine;
  requires static org.jspecify;

  exports net.alogins.oo.meaning;
}
