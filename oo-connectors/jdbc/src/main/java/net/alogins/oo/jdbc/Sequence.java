package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_SEQUENCE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** The numbers of a tenant's log: none is given out twice. */
final class Sequence {

  private final String tenant;

  Sequence(String tenant) {
    this.tenant = tenant;
  }

  private Condition own() {
    return EVENTS_SEQUENCE.TENANT.eq(tenant);
  }

  /** Makes it, if it is not there yet. */
  void create(DSLContext tx) {
    tx.insertInto(EVENTS_SEQUENCE)
        .columns(EVENTS_SEQUENCE.TENANT, EVENTS_SEQUENCE.LAST, EVENTS_SEQUENCE.TRIMMED)
        .values(tenant, 0L, 0L)
        .onConflictDoNothing()
        .execute();
  }

  /** The last number given out. */
  long last(DSLContext database) {
    return selectLast(database).fetchSingle().value1();
  }

  /** That a number after {@code seq} was given out. */
  Condition isAfter(long seq) {
    return DSL.exists(
        DSL.selectOne().from(EVENTS_SEQUENCE).where(own()).and(EVENTS_SEQUENCE.LAST.gt(seq)));
  }

  /**
   * The last number given out, and the sole right to give out more or to trim until {@code tx}
   * ends. On SQLite every transaction that writes has that right from its beginning.
   */
  long lock(DSLContext tx) {
    SelectConditionStep<Record1<Long>> last = selectLast(tx);
    return (tx.family() == SQLDialect.SQLITE ? last : last.forUpdate()).fetchSingle().value1();
  }

  private SelectConditionStep<Record1<Long>> selectLast(DSLContext database) {
    return database.select(EVENTS_SEQUENCE.LAST).from(EVENTS_SEQUENCE).where(own());
  }

  void advance(DSLContext tx, long last) {
    tx.update(EVENTS_SEQUENCE).set(EVENTS_SEQUENCE.LAST, last).where(own()).execute();
  }

  /** The last number whose row was taken away. */
  long trimmed(DSLContext database) {
    return database
        .select(EVENTS_SEQUENCE.TRIMMED)
        .from(EVENTS_SEQUENCE)
        .where(own())
        .fetchSingle()
        .value1();
  }

  void trim(DSLContext tx, long trimmed) {
    tx.update(EVENTS_SEQUENCE).set(EVENTS_SEQUENCE.TRIMMED, trimmed).where(own()).execute();
  }
}
