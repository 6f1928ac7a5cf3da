package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a database is away, and who has a connection to it. While it is away nobody gets one, and
 * whoever had one when that became known waits no longer: what they wrote may have been kept or
 * not.
 */
final class Outage {

  private static final System.Logger LOGGER = System.getLogger(Outage.class.getName());

  /** SQLSTATE: the connection cannot be made. */
  private static final String NO_CONNECTION = "08001";

  private static final String NAME = "the PostgreSQL database";

  private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
  private volatile boolean isNow;

  /**
   * Goes on if there is none.
   *
   * @throws SQLTransientConnectionException if there is
   */
  void requireNone() throws SQLException {
    if (isNow) {
      throw new SQLTransientConnectionException(NAME + " does not answer", NO_CONNECTION);
    }
  }

  /** Somebody has {@code connection} from now on; it is closed if there is an outage by now. */
  Connection lend(Connection connection) throws SQLException {
    lent.add(connection);
    try {
      requireNone();
      return connection;
    } catch (SQLException away) {
      giveBack(connection);
      throw away;
    }
  }

  /** Nobody has {@code connection} any more. */
  void giveBack(Connection connection) throws SQLException {
    lent.remove(connection);
    connection.close();
  }

  /** It is away. */
  void begin() {
    if (!isNow) {
      LOGGER.log(System.Logger.Level.WARNING, NAME + " does not answer, whoever wants it is told");
    }
    isNow = true;
    lent.forEach(Outage::abort);
  }

  /** Whoever waits for an answer over it waits no longer. */
  static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException ended) {
      LOGGER.log(System.Logger.Level.DEBUG, "a connection has ended already", ended);
    }
  }

  /** It is there. */
  void end() {
    if (isNow) {
      LOGGER.log(System.Logger.Level.INFO, NAME + " answers again");
    }
    isNow = false;
  }
}
