package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConnection;

/** How queries are made ready that are asked again and again. */
interface Preparing {

  /** {@code query} on {@code connection}, which belongs to this thread until it is released. */
  PreparedStatement prepare(Connection connection, String query) throws SQLException;

  /** {@code statement} is not needed for now. */
  void release(PreparedStatement statement) throws SQLException;

  /** Each time anew: for a driver that remembers by itself. */
  final class EachTime implements Preparing {

    @Override
    public PreparedStatement prepare(Connection connection, String query) throws SQLException {
      return connection.prepareStatement(query);
    }

    @Override
    public void release(PreparedStatement statement) throws SQLException {
      statement.close();
    }
  }

  /**
   * Once for each connection of a pool to a SQLite file, below the pool: to prepare a query costs
   * about as much as to run it. They are closed with their connection.
   */
  final class Once implements Preparing {

    private final Map<SQLiteConnection, Map<String, PreparedStatement>> all =
        new ConcurrentHashMap<>();

    @Override
    public PreparedStatement prepare(Connection connection, String query) throws SQLException {
      SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
      Map<String, PreparedStatement> known = all.get(own);
      if (known == null) {
        known = new HashMap<>();
        forgetClosed();
        all.put(own, known);
      }
      PreparedStatement statement = known.get(query);
      if (statement == null) {
        statement = own.prepareStatement(query);
        known.put(query, statement);
      }
      return statement;
    }

    private void forgetClosed() throws SQLException {
      for (SQLiteConnection each : List.copyOf(all.keySet())) {
        if (each.isClosed()) {
          all.remove(each);
        }
      }
    }

    @Override
    public void release(PreparedStatement statement) {}
  }
}
