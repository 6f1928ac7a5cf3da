package net.alogins.oo.jdbc;

import java.util.List;
import java.util.function.Function;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Event;

/** One caller's append, encoded on the caller's own thread; the rest happens in its group. */
final class Append {

  private final List<Row> rows;
  private List<Appended> outcome = List.of();
  private boolean isWritten;
  private StoreException cause = new StoreException("an append must be committed first");

  private Append(List<Row> rows) {
    this.rows = rows;
    this.isWritten = rows.isEmpty();
  }

  static Append of(List<? extends Event> events) {
    return new Append(List.copyOf(events).stream().map(Row::new).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Writes its rows by {@code writing}, in order; that may happen again, if it is rolled back. */
  void write(Function<Row, Appended> writing) {
    outcome = rows.stream().map(writing).toList();
    isWritten = true;
  }

  void fail(Throwable failure) {
    cause = new StoreException("the log must be writable", failure);
    isWritten = false;
  }

  /** What became of each event, once the transaction has ended. */
  List<Appended> outcome() {
    if (!isWritten) {
      throw cause;
    }
    return outcome;
  }
}
