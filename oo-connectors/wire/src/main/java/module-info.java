/** The contracts of events for other programs: protobuf messages, and a registry of schemas. */
module net.alogins.oo.wire {
  requires transitive com.google.protobuf;
  requires com.google.protobuf.util;
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.wire;
  exports net.alogins.oo.wire.v1;
}
