package net.alogins.oo.http;

import net.alogins.oo.signal.Connector;

/**
 * Another system: whether its own pages ask its people, and whether it must be said where it is.
 */
record WireConnector(String name, boolean asksThere, boolean needsTarget) {

  static WireConnector of(Connector connector) {
    return new WireConnector(
        connector.name(), connector.permission().isPresent(), connector.needsTarget());
  }
}
