package net.alogins.oo.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.nats.Inbox;
import net.alogins.oo.nats.NatsBridge;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.wire.Pseudonyms;

/** The way to other programs, over NATS, if there is one. */
final class Bus implements AutoCloseable {

  private final BusOptions options;
  private volatile Optional<NatsBridge> bridge = Optional.empty();

  Bus(BusOptions options) {
    this.options = options;
  }

  /** The systems that push tasks, if there is a bus. */
  List<Connector> connectors() {
    return options.url().isEmpty() ? List.of() : options.connectors();
  }

  /** Opens it, whether NATS is there or not. */
  void open(Place place, Kept kept, Recommender recommender, Optional<Connections> connections) {
    Inbox inbox =
        connections.map(all -> Inbox.of(recommender, all)).orElseGet(() -> Inbox.of(recommender));
    bridge = options.url().map(to -> bridge(to, place, kept, inbox));
  }

  private NatsBridge bridge(String address, Place place, Kept kept, Inbox inbox) {
    byte[] key = options.key(place, kept.stores().log());
    try {
      NatsBridge.Builder to = NatsBridge.to(address, Pseudonyms.of(Database.TENANT, key));
      return options.with(to.relay(kept.stores().log()).inbox(inbox)).open();
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "nats: " + wrong.getMessage(), wrong);
    }
  }

  /** How many rows NATS is behind; nothing where there is none. */
  Map<String, Long> lags() {
    return bridge.map(open -> Map.of("nats", open.lag())).orElse(Map.of());
  }

  @Override
  public void close() {
    bridge.ifPresent(NatsBridge::close);
  }
}
