package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/** The database of the stores: its failures are {@link StoreException}s that name it. */
final class Database {

  private final String name;
  private final DSLContext writer;
  private final DSLContext reader;
  private final Consumer<DSLContext> beginning;

  /** {@code beginning} is done first in every transaction that writes. */
  Database(String name, DSLContext writer, DSLContext reader, Consumer<DSLContext> beginning) {
    this.name = name;
    this.writer = writer;
    this.reader = reader;
    this.beginning = beginning;
  }

  /** The same, where {@code more} is done next in every transaction that writes. */
  Database beginningWith(Consumer<DSLContext> more) {
    return new Database(name, writer, reader, beginning.andThen(more));
  }

  /** What {@code work} finds, each of its statements by itself. */
  <T> T read(Function<DSLContext, T> work) {
    try {
      return work.apply(reader);
    } catch (DataAccessException failure) {
      throw new StoreException(name + " must be readable but was not: " + cause(failure), failure);
    }
  }

  /** What the rows of a query say. */
  interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  /**
   * What {@code query} finds for {@code values}. Its text is there already: to have it made anew
   * costs more than it does itself, where it is asked for every tip.
   */
  <T> T ask(String query, Reading<T> reading, Object... values) {
    return read(
        reader ->
            reader.connectionResult(
                connection -> {
                  try (PreparedStatement asked = bound(connection, query, values);
                      ResultSet rows = asked.executeQuery()) {
                    return reading.of(rows);
                  }
                }));
  }

  /** The same for rows of {@code columns}. */
  <T> List<T> list(
      String query, List<Field<?>> columns, Function<Record, T> row, Object... values) {
    Field<?>[] fields = columns.toArray(Field<?>[]::new);
    return ask(query, rows -> reader.fetch(rows, fields).map(row::apply), values);
  }

  /** Has {@code statement}, whose text is there already, done with {@code values}. */
  static void tell(DSLContext tx, String statement, Object... values) {
    tx.connection(
        connection -> {
          try (PreparedStatement told = bound(connection, statement, values)) {
            told.executeUpdate();
          }
        });
  }

  private static PreparedStatement bound(Connection connection, String query, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** What {@code work} returns, done in one transaction and durable. */
  <T> T write(Function<DSLContext, T> work) {
    try {
      return writer.transactionResult(
          tx -> {
            beginning.accept(tx.dsl());
            return work.apply(tx.dsl());
          });
    } catch (DataAccessException failure) {
      throw new StoreException(name + " must be writable but was not: " + cause(failure), failure);
    }
  }

  /** Does {@code work} in one transaction; it is durable then. */
  void change(Consumer<DSLContext> work) {
    write(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private static String cause(DataAccessException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
