package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.EVENTS_POSITION;

import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** How far each follower of a tenant's log has come. */
final class Positions {

  private final String tenant;

  Positions(String tenant) {
    this.tenant = tenant;
  }

  /** How far {@code follower} has come, empty when it never advanced. */
  OptionalLong of(DSLContext reader, String follower) {
    return reader
        .select(EVENTS_POSITION.SEQ)
        .from(EVENTS_POSITION)
        .where(EVENTS_POSITION.TENANT.eq(tenant))
        .and(EVENTS_POSITION.FOLLOWER.eq(follower))
        .fetchOptional(EVENTS_POSITION.SEQ)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** Nobody goes back. */
  void advance(DSLContext tx, String follower, long seq) {
    tx.insertInto(EVENTS_POSITION)
        .columns(EVENTS_POSITION.TENANT, EVENTS_POSITION.FOLLOWER, EVENTS_POSITION.SEQ)
        .values(tenant, follower, seq)
        .onConflict(EVENTS_POSITION.TENANT, EVENTS_POSITION.FOLLOWER)
        .doUpdate()
        .set(EVENTS_POSITION.SEQ, DSL.greatest(EVENTS_POSITION.SEQ, DSL.val(seq)))
        .execute();
  }
}
