/** Who asks, by a signed token. */
module net.alogins.oo.identity {
  requires com.nimbusds.jose.jwt;
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.identity;
}
