package net.alogins.oo.http;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.Standing;

/** How a connection of a person stands, on the wire; its secret only when it has just been made. */
record WireConnection(
    String id,
    String connector,
    Optional<String> target,
    boolean mayWrite,
    String state,
    Optional<Instant> synced,
    Optional<String> trouble,
    Optional<Instant> retry,
    Optional<String> secret) {

  static WireConnection of(Standing standing) {
    return of(standing, Optional.empty());
  }

  static WireConnection of(Standing standing, Optional<String> secret) {
    Connection connection = standing.connection();
    return new WireConnection(
        connection.id().value(),
        connection.connector(),
        Optional.of(connection.target()).filter(target -> !target.isEmpty()),
        connection.mayWrite(),
        WireName.of(standing.state()),
        standing.synced(),
        standing.trouble().map(WireName::of),
        standing.retry(),
        secret);
  }
}
