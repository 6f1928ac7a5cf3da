package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;
import static net.alogins.oo.jdbc.generated.Tables.EVENTS_SEQUENCE;

import org.jooq.DSLContext;
import org.jooq.Record2;

/** Takes the oldest rows of a log away, a few in each transaction, so that appends get between. */
final class Trimming {

  private static final int CHUNK = 500;

  private final DSLContext writer;
  private final String tenant;

  Trimming(DSLContext writer, String tenant) {
    this.writer = writer;
    this.tenant = tenant;
  }

  /** Takes the rows up to and including {@code seq}, as far as there are that many. */
  void upTo(long seq) {
    boolean isLeft = true;
    while (isLeft) {
      isLeft = writer.transactionResult(tx -> takeSome(tx.dsl(), seq));
    }
  }

  private boolean takeSome(DSLContext tx, long seq) {
    return tx.select(EVENTS_SEQUENCE.TRIMMED, EVENTS_SEQUENCE.LAST)
        .from(EVENTS_SEQUENCE)
        .where(EVENTS_SEQUENCE.TENANT.eq(tenant))
        .fetchOptional()
        .map(row -> takeSome(tx, row, seq))
        .orElse(false);
  }

  private boolean takeSome(DSLContext tx, Record2<Long, Long> row, long seq) {
    long goal = Math.min(seq, row.value2());
    long until = Math.min(goal, row.value1() + CHUNK);
    if (until <= row.value1()) {
      return false;
    }
    tx.deleteFrom(EVENTS_LOG)
        .where(EVENTS_LOG.TENANT.eq(tenant).and(EVENTS_LOG.SEQ.le(until)))
        .execute();
    tx.update(EVENTS_SEQUENCE)
        .set(EVENTS_SEQUENCE.TRIMMED, until)
        .where(EVENTS_SEQUENCE.TENANT.eq(tenant))
        .execute();
    return until < goal;
  }
}
