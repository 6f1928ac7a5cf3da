package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Recorded;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStepN;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** One transaction's writing to the log: it numbers the new events, and knows the old ones. */
final class LogWriter {

  /** What a transaction wrote itself, and the last number after it. */
  record Written(List<Recorded> fresh, long last) {}

  /** Whoever stands still with the lock of the log is to be gone before others give up. */
  private static final String SHORT = "set local idle_in_transaction_session_timeout = '3s'; ";

  private final DSLContext tx;
  private final String tenant;
  private final Sequence sequence;
  private final long locked;
  private final long before;
  private final Unseen unseen;
  private final List<Recorded> fresh = new ArrayList<>();

  /**
   * {@code told} is the last row that those who append may have seen, and {@code foreign} the last
   * of them that others wrote.
   */
  LogWriter(DSLContext tx, String tenant, Arrivals arrivals, long told, long foreign) {
    this.tx = tx;
    this.tenant = tenant;
    this.sequence = new Sequence(tenant);
    this.locked = sequence.lock(tx);
    this.before = arrivals.number(tx, locked);
    this.unseen = new Unseen(tx, tenant, before > told ? before : foreign);
  }

  /**
   * Fails, from now on, rather than wait longer for a transaction of the host that holds the same
   * identity; where there are none, there is no waiting.
   */
  LogWriter waitingAtMost(Duration patience) {
    if (tx.family() != SQLDialect.SQLITE) {
      tx.execute(SHORT + "set local lock_timeout = {0}", DSL.inline(patience.toMillis()));
    }
    return this;
  }

  private long last() {
    return before + fresh.size();
  }

  private void look(List<Append> group) {
    unseen.look(group.stream().flatMap(Append::rows).toList());
  }

  private static Appended overtaken(long seq) {
    return new Appended(Outcome.CONFLICT, seq);
  }

  private Appended record(Row row) {
    Recorded recorded = new Recorded(last() + 1, row.event());
    fresh.add(recorded);
    return new Appended(Outcome.RECORDED, recorded.seq());
  }

  /** Writes a group whose every event is taken to be new; fails, and all is void, if one is not. */
  void writeNew(List<Append> group) {
    look(group);
    List<Object[]> values = new ArrayList<>();
    for (Append one : group) {
      one.write(
          row ->
              unseen
                  .against(row.event())
                  .map(LogWriter::overtaken)
                  .orElseGet(
                      () -> {
                        values.add(row.values(tenant, last() + 1));
                        return record(row);
                      }));
    }
    if (!values.isEmpty()) {
      Inserts.of(tx.family()).insert(tx, values);
    }
    group.forEach(one -> one.change(tx));
  }

  /**
   * Writes a group row by row; an append that cannot be written leaves no trace but its failure.
   */
  void writeEach(List<Append> group) {
    look(group);
    group.forEach(this::write);
  }

  private void write(Append one) {
    int mark = fresh.size();
    try {
      tx.transaction(
          savepoint -> {
            one.write(row -> write(savepoint.dsl(), row));
            one.change(savepoint.dsl());
          });
    } catch (RuntimeException failure) {
      if (Failures.areOfTheStore(failure)) {
        throw failure;
      }
      fresh.subList(mark, fresh.size()).clear();
      one.fail(failure);
    }
  }

  private Appended write(DSLContext savepoint, Row row) {
    return unseen
        .against(row.event())
        .map(LogWriter::overtaken)
        .orElseGet(() -> insert(savepoint, row));
  }

  private Appended insert(DSLContext savepoint, Row row) {
    int inserted =
        insert(savepoint, row.values(tenant, last() + 1)).onConflictDoNothing().execute();
    return inserted == 0 ? row.known(savepoint, EVENTS_LOG, tenant) : record(row);
  }

  private static InsertValuesStepN<?> insert(DSLContext tx, Object[] values) {
    return tx.insertInto(EVENTS_LOG).columns(Row.COLUMNS).values(values);
  }

  /** Remembers the last number, so that it is never given out again. */
  Written finish() {
    if (last() > locked) {
      sequence.advance(tx, last());
    }
    return new Written(List.copyOf(fresh), last());
  }
}
