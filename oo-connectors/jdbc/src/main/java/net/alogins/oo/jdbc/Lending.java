package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/** Lends the connections of a pool, unless there is an outage. */
final class Lending implements ConnectionProvider {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DataSource pool;
  private final Outage outage;

  /** The pool gives up sooner than those who wait for it, so that they learn of an outage soon. */
  Lending(DataSource pool, Outage outage) {
    this.pool = pool;
    this.outage = outage;
  }

  @Override
  public Connection acquire() {
    try {
      return outage.lend(free());
    } catch (SQLException failure) {
      throw new DataAccessException("there must be a connection but was none", failure);
    }
  }

  private Connection free() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      outage.requireNone();
      try {
        return pool.getConnection();
      } catch (SQLTransientConnectionException none) {
        if (System.nanoTime() - end > 0) {
          throw none;
        }
      }
    }
  }

  @Override
  public void release(Connection connection) {
    try {
      outage.giveBack(connection);
    } catch (SQLException failure) {
      throw new DataAccessException("a connection must go back but did not", failure);
    }
  }
}
