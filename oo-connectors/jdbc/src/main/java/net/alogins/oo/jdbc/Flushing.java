package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DataSourceConnectionProvider;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The one connection that writes to a SQLite file, which waits for the disk as much as whoever has
 * it wants. All commits go to one file, one after the other, so one that waits, waits for those
 * before it, too.
 *
 * <p>How much it waits is set when somebody else wants it otherwise, and not at every turn. A new
 * connection of the pool waits at every commit, whatever the last one did.
 */
final class Flushing implements ConnectionProvider {

  private final ConnectionProvider connections;
  private final SynchronousMode wanted;
  private final AtomicReference<SynchronousMode> last;

  private Flushing(
      ConnectionProvider connections,
      SynchronousMode wanted,
      AtomicReference<SynchronousMode> last) {
    this.connections = connections;
    this.wanted = wanted;
    this.last = last;
  }

  /** Every commit waits; {@code database} must have one connection only, which does so at first. */
  static Flushing each(DataSource database) {
    return new Flushing(
        new DataSourceConnectionProvider(database),
        SynchronousMode.FULL,
        new AtomicReference<>(SynchronousMode.FULL));
  }

  /** The same connection, and only a checkpoint waits. */
  Flushing later() {
    return new Flushing(connections, SynchronousMode.NORMAL, last);
  }

  @Override
  public Connection acquire() {
    Connection connection = connections.acquire();
    try {
      if (last.get() != wanted) {
        set(connection);
        last.set(wanted);
      }
      return connection;
    } catch (SQLException failure) {
      connections.release(connection);
      throw new DataAccessException("the file must be usable", failure);
    }
  }

  /** No transaction is open. Until it is known to wait it is taken not to. */
  private void set(Connection connection) throws SQLException {
    last.set(SynchronousMode.NORMAL);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma synchronous = " + wanted.getValue());
    }
  }

  @Override
  public void release(Connection connection) {
    connections.release(connection);
  }
}
