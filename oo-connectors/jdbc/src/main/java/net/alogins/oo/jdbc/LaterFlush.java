package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DataSourceConnectionProvider;

/**
 * Connections to a SQLite file whose commits do not wait for the disk. All commits go to one file,
 * one after the other, so the next one that waits, waits for these too.
 */
final class LaterFlush implements ConnectionProvider {

  private final ConnectionProvider connections;

  LaterFlush(DataSource database) {
    this.connections = new DataSourceConnectionProvider(database);
  }

  @Override
  public Connection acquire() {
    return set(connections.acquire(), "normal");
  }

  @Override
  public void release(Connection connection) {
    connections.release(set(connection, "full"));
  }

  /** No transaction may be open; whoever borrows the connection next finds it as it was. */
  private static Connection set(Connection connection, String synchronous) {
    try (Statement pragma = connection.createStatement()) {
      pragma.execute("pragma synchronous = " + synchronous);
      return connection;
    } catch (SQLException failure) {
      throw new DataAccessException("the file must be usable", failure);
    }
  }
}
