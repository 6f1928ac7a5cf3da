package net.alogins.oo.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * What is asked for every tip: a query's text is there already, as to have it made anew costs more
 * than it does itself.
 *
 * @param reader where it is asked
 * @param preparing how it is made ready
 */
record Asking(DSLContext reader, Preparing preparing) {

  /** What the rows of a query say. */
  interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  /** What {@code query} finds for {@code values}. */
  <T> T ask(String query, Reading<T> reading, Object... values) {
    return reader.connectionResult(
        connection -> {
          PreparedStatement asked = preparing.prepare(connection, query);
          try {
            bind(asked, values);
            try (ResultSet rows = asked.executeQuery()) {
              return reading.of(rows);
            }
          } finally {
            preparing.release(asked);
          }
        });
  }

  /** The same for rows of {@code columns}. */
  <T> List<T> list(
      String query, List<Field<?>> columns, Function<Record, T> row, Object... values) {
    Field<?>[] fields = columns.toArray(Field<?>[]::new);
    return ask(query, rows -> reader.fetch(rows, fields).map(row::apply), values);
  }

  /** Has {@code statement} done with {@code values}, in the transaction {@code tx}. */
  static void tell(DSLContext tx, String statement, Object... values) {
    tx.connection(
        connection -> {
          try (PreparedStatement told = connection.prepareStatement(statement)) {
            bind(told, values);
            told.executeUpdate();
          }
        });
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
