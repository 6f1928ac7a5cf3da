/** Who asks, by a login, a session or a signed token. */
module net.alogins.oo.identity {
  requires com.nimbusds.jose.jwt;
  requires oauth2.oidc.sdk;
  requires java.net.http;
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.identity;
}
