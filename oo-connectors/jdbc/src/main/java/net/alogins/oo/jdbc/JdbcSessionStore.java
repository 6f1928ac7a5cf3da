package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.IDENTITY_SESSIONS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.Session;
import net.alogins.oo.identity.SessionStore;
import org.jooq.Condition;
import org.jooq.Record3;

/**
 * Sessions in the table of the identity module, beside the other stores of the same database. It
 * needs {@code oo-identity}, which whoever signs people in depends on anyway.
 */
public final class JdbcSessionStore implements SessionStore {

  private final Database database;
  private final String tenant;

  private JdbcSessionStore(Database database, TenantId tenant) {
    this.database = database;
    this.tenant = tenant.value();
  }

  /** The sessions of the tenant of {@code stores}, as long as those are open. */
  public static SessionStore in(SqliteStores stores) {
    return new JdbcSessionStore(stores.database(), stores.tenant());
  }

  /** The sessions of the tenant of {@code stores}, as long as those are open. */
  public static SessionStore in(PostgresStores stores) {
    return new JdbcSessionStore(stores.database(), stores.tenant());
  }

  @Override
  public void add(String key, Session session) {
    database.change(
        tx ->
            tx.insertInto(IDENTITY_SESSIONS)
                .columns(
                    IDENTITY_SESSIONS.TENANT,
                    IDENTITY_SESSIONS.HASH,
                    IDENTITY_SESSIONS.SUBJECT,
                    IDENTITY_SESSIONS.BEGUN,
                    IDENTITY_SESSIONS.SEEN)
                .values(
                    tenant,
                    key,
                    session.user().value(),
                    session.begun().toEpochMilli(),
                    session.seen().toEpochMilli())
                .execute());
  }

  @Override
  public Optional<Session> find(String key) {
    return database.read(
        reader ->
            reader
                .select(IDENTITY_SESSIONS.SUBJECT, IDENTITY_SESSIONS.BEGUN, IDENTITY_SESSIONS.SEEN)
                .from(IDENTITY_SESSIONS)
                .where(is(key))
                .fetchOptional(row -> session(row.value1(), row.value2(), row.value3())));
  }

  @Override
  public void touch(String key, Instant seen) {
    database.change(
        tx ->
            tx.update(IDENTITY_SESSIONS)
                .set(IDENTITY_SESSIONS.SEEN, seen.toEpochMilli())
                .where(is(key))
                .execute());
  }

  @Override
  public Map<String, Session> of(UserId user) {
    return database.read(
        reader ->
            reader
                .select(IDENTITY_SESSIONS.HASH, IDENTITY_SESSIONS.BEGUN, IDENTITY_SESSIONS.SEEN)
                .from(IDENTITY_SESSIONS)
                .where(ofUser(user))
                .fetchMap(
                    Record3::value1, row -> session(user.value(), row.value2(), row.value3())));
  }

  private static Session session(String user, long begun, long seen) {
    return new Session(new UserId(user), Instant.ofEpochMilli(begun), Instant.ofEpochMilli(seen));
  }

  private Condition ofUser(UserId user) {
    return IDENTITY_SESSIONS.TENANT.eq(tenant).and(IDENTITY_SESSIONS.SUBJECT.eq(user.value()));
  }

  @Override
  public void remove(String key) {
    remove(is(key));
  }

  @Override
  public void keepNewest(UserId user, int most) {
    database.change(
        tx -> {
          List<String> older =
              tx
                  .select(IDENTITY_SESSIONS.HASH)
                  .from(IDENTITY_SESSIONS)
                  .where(ofUser(user))
                  .orderBy(IDENTITY_SESSIONS.BEGUN.desc(), IDENTITY_SESSIONS.HASH)
                  .fetch(IDENTITY_SESSIONS.HASH)
                  .stream()
                  .skip(most)
                  .toList();
          tx.deleteFrom(IDENTITY_SESSIONS)
              .where(ofUser(user).and(IDENTITY_SESSIONS.HASH.in(older)))
              .execute();
        });
  }

  @Override
  public void removeOlder(Instant begun, Instant seen) {
    remove(
        IDENTITY_SESSIONS
            .TENANT
            .eq(tenant)
            .and(
                IDENTITY_SESSIONS
                    .BEGUN
                    .lt(begun.toEpochMilli())
                    .or(IDENTITY_SESSIONS.SEEN.lt(seen.toEpochMilli()))));
  }

  private void remove(Condition which) {
    database.change(tx -> tx.deleteFrom(IDENTITY_SESSIONS).where(which).execute());
  }

  private Condition is(String key) {
    return IDENTITY_SESSIONS.TENANT.eq(tenant).and(IDENTITY_SESSIONS.HASH.eq(key));
  }
}
