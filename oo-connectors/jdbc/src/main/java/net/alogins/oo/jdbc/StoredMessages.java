package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.INTEGRATIONS_MESSAGES;

import java.time.Instant;
import java.util.Optional;
import net.alogins.oo.jdbc.generated.tables.IntegrationsMessages;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Pushed;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The messages of one connection that could come again, within one transaction. */
final class StoredMessages {

  private static final IntegrationsMessages M = INTEGRATIONS_MESSAGES;

  private final DSLContext tx;
  private final String tenant;
  private final ConnectionId connection;

  StoredMessages(DSLContext tx, String tenant, ConnectionId connection) {
    this.tx = tx;
    this.tenant = tenant;
    this.connection = connection;
  }

  /** Applies and remembers a message, if there is nothing against it. */
  Pushed take(Push push, Instant now) {
    Optional<Pushed> objection = objection(push, now);
    if (objection.isPresent()) {
      return objection.get();
    }
    if (!new StoredTasks(tx, tenant, connection).push(push.changes())) {
      return Pushed.FULL;
    }
    add(push);
    return Pushed.TAKEN;
  }

  /** Forgets those that cannot come any more. */
  private Optional<Pushed> objection(Push push, Instant now) {
    tx.deleteFrom(M).where(mine()).and(M.TIMELY.lt(now.toEpochMilli())).execute();
    Optional<Pushed> before =
        tx.select(M.DIGEST)
            .from(M)
            .where(mine())
            .and(M.MESSAGE.eq(push.message()))
            .fetchOptional(M.DIGEST)
            .map(digest -> digest.equals(push.digest()) ? Pushed.REPEATED : Pushed.REUSED);
    return before.or(() -> isCrowded() ? Optional.of(Pushed.CROWDED) : Optional.empty());
  }

  private boolean isCrowded() {
    return tx.fetchCount(M, mine()) >= ConnectionStore.MOST_MESSAGES;
  }

  private void add(Push push) {
    tx.insertInto(M)
        .set(M.TENANT, tenant)
        .set(M.CONNECTION, connection.value())
        .set(M.MESSAGE, push.message())
        .set(M.DIGEST, push.digest())
        .set(M.TIMELY, push.last().toEpochMilli())
        .execute();
  }

  void remove() {
    tx.deleteFrom(M).where(mine()).execute();
  }

  private Condition mine() {
    return M.TENANT.eq(tenant).and(M.CONNECTION.eq(connection.value()));
  }
}
