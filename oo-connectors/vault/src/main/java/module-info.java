/** Secrets of connections, sealed with keys that lie elsewhere. */
module net.alogins.oo.vault {
  requires com.google.crypto.tink;
  requires transitive net.alogins.oo.signal;
  requires static org.jspecify;

  exports net.alogins.oo.vault;
}
