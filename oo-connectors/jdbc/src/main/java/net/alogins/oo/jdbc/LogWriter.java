package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;
import static net.alogins.oo.jdbc.generated.Tables.EVENTS_SEQUENCE;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.jdbc.GroupCommit.Written;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record2;

/** One transaction's writing to the log: it numbers the new events, and knows the old ones. */
final class LogWriter {

  private final DSLContext tx;
  private final String tenant;
  private final List<Recorded> fresh = new ArrayList<>();
  private final long before;

  LogWriter(DSLContext tx, String tenant) {
    this.tx = tx;
    this.tenant = tenant;
    this.before =
        tx.select(EVENTS_SEQUENCE.LAST)
            .from(EVENTS_SEQUENCE)
            .where(EVENTS_SEQUENCE.TENANT.eq(tenant))
            .fetchOptional(EVENTS_SEQUENCE.LAST)
            .orElse(0L);
  }

  /** The last number given out. */
  long last() {
    return before + fresh.size();
  }

  /** Writes events that are taken to be new; throws, and the transaction is void, if one is not. */
  void writeNew(List<Append> group) {
    List<Object[]> rows = new ArrayList<>();
    for (Append one : group) {
      one.recorded(
          one.map(
              (event, body) -> {
                long seq = last() + 1;
                rows.add(row(seq, event, body));
                fresh.add(new Recorded(seq, event));
                return new Appended(Outcome.RECORDED, seq);
              }));
    }
    BatchBindStep batch =
        tx.batch(
            tx.insertInto(EVENTS_LOG)
                .columns(
                    EVENTS_LOG.TENANT,
                    EVENTS_LOG.SEQ,
                    EVENTS_LOG.SUBJECT,
                    EVENTS_LOG.IDENTITY,
                    EVENTS_LOG.TIP,
                    EVENTS_LOG.IS_DECISION,
                    EVENTS_LOG.BODY)
                .values((String) null, null, null, null, null, null, null));
    batch.bind(rows.toArray(Object[][]::new)).execute();
  }

  private Object[] row(long seq, Event event, byte[] body) {
    return new Object[] {
      tenant,
      seq,
      event.user().value(),
      event.identity(),
      event.about().map(TipId::toString).orElse(null),
      event instanceof Decided,
      body
    };
  }

  Appended write(Event event, byte[] body) {
    long seq = last() + 1;
    int inserted =
        tx.insertInto(EVENTS_LOG)
            .set(EVENTS_LOG.TENANT, tenant)
            .set(EVENTS_LOG.SEQ, seq)
            .set(EVENTS_LOG.SUBJECT, event.user().value())
            .set(EVENTS_LOG.IDENTITY, event.identity())
            .set(EVENTS_LOG.TIP, event.about().map(TipId::toString).orElse(null))
            .set(EVENTS_LOG.IS_DECISION, event instanceof Decided)
            .set(EVENTS_LOG.BODY, body)
            .onConflictDoNothing()
            .execute();
    if (inserted == 0) {
      return known(event);
    }
    fresh.add(new Recorded(seq, event));
    return new Appended(Outcome.RECORDED, seq);
  }

  private Appended known(Event event) {
    Record2<Long, byte[]> row =
        tx.select(EVENTS_LOG.SEQ, EVENTS_LOG.BODY)
            .from(EVENTS_LOG)
            .where(EVENTS_LOG.TENANT.eq(tenant))
            .and(EVENTS_LOG.SUBJECT.eq(event.user().value()))
            .and(EVENTS_LOG.TIP.isNotDistinctFrom(event.about().map(TipId::toString).orElse(null)))
            .and(EVENTS_LOG.IDENTITY.eq(event.identity()))
            .fetchSingle();
    boolean same = EventCodec.decode(event.user(), row.value2()).repeatedBy(event);
    return new Appended(same ? Outcome.REPEATED : Outcome.CONFLICT, row.value1());
  }

  /** Remembers the last number, so that it is never given out again. */
  Written finish() {
    if (!fresh.isEmpty()) {
      tx.insertInto(EVENTS_SEQUENCE)
          .columns(EVENTS_SEQUENCE.TENANT, EVENTS_SEQUENCE.LAST)
          .values(tenant, last())
          .onConflict(EVENTS_SEQUENCE.TENANT)
          .doUpdate()
          .set(EVENTS_SEQUENCE.LAST, last())
          .execute();
    }
    return new Written(List.copyOf(fresh), last());
  }
}
