package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DataSourceConnectionProvider;

/**
 * The one connection that writes to a SQLite file, whose commits do not wait for the disk. All
 * commits go to one file, one after the other, so the next one that waits, waits for these too.
 */
final class LaterFlush implements ConnectionProvider {

  /** Only a checkpoint waits. */
  private static final int NORMAL = 1;

  private final ConnectionProvider connections;

  /** How much the connection waits for the disk when somebody else has it. */
  private int usual;

  /** {@code database} must have one connection only. */
  LaterFlush(DataSource database) {
    this.connections = new DataSourceConnectionProvider(database);
  }

  @Override
  public Connection acquire() {
    Connection connection = connections.acquire();
    usual = waiting(connection, "pragma synchronous");
    return set(connection, NORMAL);
  }

  @Override
  public void release(Connection connection) {
    connections.release(set(connection, usual));
  }

  /** No transaction may be open. */
  private static Connection set(Connection connection, int synchronous) {
    waiting(connection, "pragma synchronous = " + synchronous);
    return connection;
  }

  /** What {@code pragma} answers, or 0 where it only sets. */
  private static int waiting(Connection connection, String pragma) {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(pragma) ? statement.getResultSet().getInt(1) : 0;
    } catch (SQLException failure) {
      throw new DataAccessException("the file must be usable", failure);
    }
  }
}
