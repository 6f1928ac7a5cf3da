package net.alogins.oo.http;

import java.util.List;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Standing;

/** What can be connected, and what a person has connected, on the wire. */
record WireConnections(List<WireConnector> connectors, List<WireConnection> connections) {

  static WireConnections of(List<Connector> connectors, List<Standing> connections) {
    return new WireConnections(
        connectors.stream().map(WireConnector::of).toList(),
        connections.stream().map(WireConnection::of).toList());
  }
}
