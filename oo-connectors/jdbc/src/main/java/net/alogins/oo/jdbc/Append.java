package net.alogins.oo.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One caller's append, encoded on the caller's own thread; the rest happens in its group. */
final class Append {

  private final List<Row> rows;
  private final Optional<Consumer<DSLContext>> change;
  private List<Appended> outcome = List.of();
  private @Nullable StoreException failure;

  private Append(List<Row> rows, Optional<Consumer<DSLContext>> change) {
    this.rows = rows;
    this.change = change;
  }

  static Append of(List<? extends Event> events) {
    return new Append(List.copyOf(events).stream().map(Row::new).toList(), Optional.empty());
  }

  /** No event, but something else that is to be as durable. */
  static Append of(Consumer<DSLContext> change) {
    return new Append(List.of(), Optional.of(change));
  }

  boolean isEmpty() {
    return rows.isEmpty() && change.isEmpty();
  }

  Stream<Row> rows() {
    return rows.stream();
  }

  /** Writes its rows by {@code writing}, in order; that may happen again, if it is rolled back. */
  void write(Function<Row, Appended> writing) {
    outcome = rows.stream().map(writing).toList();
    failure = null;
  }

  /** Makes its change, if it is one. */
  void change(DSLContext tx) {
    change.ifPresent(made -> made.accept(tx));
  }

  void fail(Throwable cause) {
    failure = new StoreException("the log must be writable", cause);
  }

  /** What became of each event, once its group was handled. */
  List<Appended> outcome() {
    if (failure != null) {
      throw failure;
    }
    if (outcome.size() < rows.size()) {
      throw new StoreException("an append must be written first");
    }
    return outcome;
  }
}
