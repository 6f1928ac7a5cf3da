package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_LOG;

import org.jooq.DSLContext;

/** Takes the oldest rows of a log away, a few in each transaction, so that appends get between. */
final class Trimming {

  private static final int CHUNK = 500;

  private final Database database;
  private final String tenant;
  private final Sequence sequence;

  Trimming(Database database, String tenant) {
    this.database = database;
    this.tenant = tenant;
    this.sequence = new Sequence(tenant);
  }

  /** Takes the rows up to and including {@code seq}, as far as there are that many. */
  void upTo(long seq) {
    boolean isLeft = true;
    while (isLeft) {
      isLeft = database.write(tx -> takeSome(tx, seq));
    }
  }

  private boolean takeSome(DSLContext tx, long seq) {
    long goal = Math.min(seq, sequence.lock(tx));
    long taken = sequence.trimmed(tx);
    long until = Math.min(goal, taken + CHUNK);
    if (until <= taken) {
      return false;
    }
    tx.deleteFrom(EVENTS_LOG)
        .where(EVENTS_LOG.TENANT.eq(tenant).and(EVENTS_LOG.SEQ.le(until)))
        .execute();
    sequence.trim(tx, until);
    return until < goal;
  }
}
