/** The HTTP contract and its host-neutral operations; a host only mounts them. */
module net.alogins.oo.http {
  requires transitive net.alogins.oo.core;
  requires transitive net.alogins.oo.signal;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires java.sql;
  requires static org.jspecify;

  exports net.alogins.oo.http;

  opens net.alogins.oo.http to
      com.fasterxml.jackson.databind;
}
