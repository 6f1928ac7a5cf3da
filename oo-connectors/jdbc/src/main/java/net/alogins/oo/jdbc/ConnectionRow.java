package net.alogins.oo.jdbc;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.generated.tables.IntegrationsConnections;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Standing;
import org.jooq.Record;

/** What a row of the connections says. */
final class ConnectionRow {

  private static final IntegrationsConnections C = IntegrationsConnections.INTEGRATIONS_CONNECTIONS;

  private ConnectionRow() {}

  static Standing standing(Record row) {
    return new Standing(
        connection(row),
        Standing.State.valueOf(row.get(C.STATE)),
        Optional.ofNullable(row.get(C.SYNCED)).map(Instant::ofEpochMilli),
        Optional.ofNullable(row.get(C.TROUBLE)).map(ConnectorException.Kind::valueOf),
        Optional.ofNullable(row.get(C.RETRY)).map(Instant::ofEpochMilli));
  }

  static Connection connection(Record row) {
    return new Connection(
        new ConnectionId(row.get(C.ID)),
        new UserId(row.get(C.SUBJECT)),
        row.get(C.CONNECTOR),
        row.get(C.TARGET),
        row.get(C.MAY_WRITE));
  }
}
