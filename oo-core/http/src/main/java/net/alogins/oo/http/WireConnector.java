package net.alogins.oo.http;

import net.alogins.oo.signal.Connector;

/**
 * Another system: whether its own pages ask its people, whether it must or may be said where it is,
 * and whether its secret is made here.
 */
record WireConnector(
    String name, boolean asksThere, boolean needsTarget, boolean takesTarget, boolean givesSecret) {

  static WireConnector of(Connector connector) {
    return new WireConnector(
        connector.name(),
        connector.permission().isPresent(),
        connector.needsTarget(),
        connector.takesTarget(),
        connector.freshSecrets().isPresent());
  }
}
