/** Events to and from other programs, over NATS JetStream. */
module net.alogins.oo.nats {
  requires io.nats.jnats;
  requires transitive net.alogins.oo.signal;
  requires transitive net.alogins.oo.wire;
  requires static org.jspecify;

  exports net.alogins.oo.nats;
}
