package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.id.TenantId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Rows that were written in transactions of the host. A row is found by having no number, not by
 * when it arrived, so that one that is committed late is numbered late and never skipped.
 */
final class JoinedArrivals implements Arrivals {

  /** The order in which they came; null for a row that was numbered when it was written. */
  static final Field<Long> ARRIVAL = DSL.field(DSL.name("arrival"), Long.class);

  private static final int MOST = 1_000;

  private final Database database;
  private final String tenant;

  JoinedArrivals(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
  }

  private Condition waiting() {
    return EVENTS_LOG.TENANT.eq(tenant).and(EVENTS_LOG.SEQ.isNull());
  }

  @Override
  public boolean areWaiting() {
    return database.read(reader -> reader.fetchExists(EVENTS_LOG, waiting()));
  }

  @Override
  public boolean haveCome(long seq) {
    return database.read(
        reader ->
            reader
                .select(
                    DSL.field(
                        DSL.exists(DSL.selectOne().from(EVENTS_LOG).where(waiting()))
                            .or(new Sequence(tenant).isAfter(seq))))
                .fetchSingle()
                .value1());
  }

  @Override
  public long number(DSLContext tx, long last) {
    List<Object[]> numbers = new ArrayList<>();
    tx.select(
            ARRIVAL,
            EVENTS_LOG.SUBJECT,
            EVENTS_LOG.IDENTITY,
            EVENTS_LOG.TIP,
            EVENTS_LOG.IS_DECISION,
            EVENTS_LOG.BODY)
        .from(EVENTS_LOG)
        .where(waiting())
        .orderBy(ARRIVAL)
        .limit(MOST)
        .fetch()
        .forEach(row -> numbers.add(numbered(row, last + numbers.size() + 1)));
    if (!numbers.isEmpty()) {
      tx.batch(
              tx.update(EVENTS_LOG)
                  .set(EVENTS_LOG.SEQ, (Long) null)
                  .set(EVENTS_LOG.MARK, (Long) null)
                  .where(waiting().and(ARRIVAL.eq((Long) null))))
          .bind(numbers.toArray(Object[][]::new))
          .execute();
    }
    return last + numbers.size();
  }

  private Object[] numbered(Record row, long seq) {
    long mark =
        Mark.of(
            tenant,
            seq,
            row.get(EVENTS_LOG.SUBJECT),
            row.get(EVENTS_LOG.IDENTITY),
            row.get(EVENTS_LOG.TIP),
            row.get(EVENTS_LOG.IS_DECISION),
            row.get(EVENTS_LOG.BODY));
    return new Object[] {seq, mark, tenant, row.get(ARRIVAL)};
  }
}
