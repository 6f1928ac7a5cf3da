package net.alogins.oo.jdbc;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;

/** The database of the stores: its failures are {@link StoreException}s that name it. */
final class Database {

  private final String name;
  private final DSLContext writer;
  private final Asking reader;
  private final Consumer<DSLContext> beginning;

  /** {@code beginning} is done first in every transaction that writes. */
  Database(String name, DSLContext writer, Asking reader, Consumer<DSLContext> beginning) {
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
      return work.apply(reader.reader());
    } catch (DataAccessException failure) {
      throw new StoreException(name + " must be readable but was not: " + cause(failure), failure);
    }
  }

  /** The text of {@code query}, whose values are not in it. */
  String text(Function<DSLContext, Query> query) {
    return query.apply(reader.reader()).getSQL();
  }

  /** What {@code work} finds by queries whose text is there already. */
  <T> T ask(Function<Asking, T> work) {
    return read(own -> work.apply(reader));
  }

  /** What {@code work} returns, done in one transaction; durable, if the database waits for it. */
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

  /** Does {@code work} in one transaction, likewise. */
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
