package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.generated.Tables.INTEGRATIONS_CONNECTIONS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.generated.tables.IntegrationsConnections;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Pushed;
import net.alogins.oo.signal.Standing;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Connections in the tables of the integrations module, beside the other stores of the same
 * database. It needs {@code oo-signal}, which whoever lets people connect something depends on
 * anyway.
 */
public final class JdbcConnectionStore implements ConnectionStore {

  private static final IntegrationsConnections C = INTEGRATIONS_CONNECTIONS;

  private final Database database;
  private final String tenant;
  private final boolean isShared;

  private JdbcConnectionStore(Database database, TenantId tenant, boolean isShared) {
    this.database = database;
    this.tenant = tenant.value();
    this.isShared = isShared;
  }

  /** The connections of the tenant of {@code stores}, as long as those are open. */
  public static ConnectionStore in(SqliteStores stores) {
    return new JdbcConnectionStore(stores.database(), stores.tenant(), false);
  }

  /** The connections of the tenant of {@code stores}, as long as those are open. */
  public static ConnectionStore in(PostgresStores stores) {
    return new JdbcConnectionStore(stores.database(), stores.tenant(), true);
  }

  @Override
  public boolean isShared() {
    return isShared;
  }

  @Override
  public void add(Connection connection) {
    int added =
        database.write(
            tx ->
                tx.insertInto(C)
                    .set(C.TENANT, tenant)
                    .set(C.ID, connection.id().value())
                    .set(C.SUBJECT, connection.user().value())
                    .set(C.CONNECTOR, connection.connector())
                    .set(C.TARGET, connection.target())
                    .set(C.MAY_WRITE, connection.mayWrite())
                    .set(C.STATE, Standing.State.ACTIVE.name())
                    .set(C.PLACES, 0L)
                    .set(C.LISTINGS, 0L)
                    .set(C.IS_LISTING, false)
                    .set(C.ADDED, next(tx))
                    .onConflictDoNothing()
                    .execute());
    if (added == 0) {
      throw new IllegalArgumentException(
          "connection id must be new but was " + connection.id() + " before");
    }
  }

  private long next(DSLContext tx) {
    return tx.select(DSL.coalesce(DSL.max(C.ADDED), 0L).plus(1))
        .from(C)
        .where(C.TENANT.eq(tenant))
        .fetchSingle()
        .value1();
  }

  @Override
  public void update(Connection connection) {
    database.change(
        tx ->
            tx.update(C)
                .set(C.TARGET, connection.target())
                .set(C.MAY_WRITE, connection.mayWrite())
                .where(is(connection.id()))
                .execute());
  }

  /** The connection goes first, so that nothing is added behind what is removed. */
  @Override
  public void remove(ConnectionId id) {
    database.change(
        tx -> {
          tx.deleteFrom(C).where(is(id)).execute();
          new StoredTasks(tx, tenant, id).remove();
          new StoredCommands(tx, tenant, id).remove();
          new StoredMessages(tx, tenant, id).remove();
        });
  }

  @Override
  public List<Standing> all() {
    return standings(C.TENANT.eq(tenant));
  }

  @Override
  public List<Standing> of(UserId user) {
    return standings(C.TENANT.eq(tenant).and(C.SUBJECT.eq(user.value())));
  }

  @Override
  public Optional<Standing> find(ConnectionId id) {
    return standings(is(id)).stream().findFirst();
  }

  private List<Standing> standings(Condition which) {
    return database.read(
        reader ->
            reader
                .selectFrom(C)
                .where(which)
                .orderBy(C.ADDED, C.ID)
                .fetch(ConnectionRow::standing));
  }

  @Override
  public Optional<Cursor> cursor(ConnectionId id) {
    return database
        .read(reader -> reader.select(C.SYNC_CURSOR).from(C).where(is(id)).fetchOptional())
        .map(row -> row.get(C.SYNC_CURSOR))
        .map(Cursor::new);
  }

  /** The row of the connection is changed first, which keeps others off until all is done. */
  @Override
  public void apply(ConnectionId id, Fetch fetch, Instant at) {
    database.change(
        tx -> {
          int here =
              tx.update(C)
                  .set(C.SYNC_CURSOR, fetch.next().value())
                  .set(C.LISTINGS, C.LISTINGS.plus(fetch.startsOver() ? 1 : 0))
                  .set(C.IS_LISTING, fetch.startsOver() ? DSL.inline(true) : C.IS_LISTING)
                  .where(is(id))
                  .execute();
          if (here > 0) {
            apply(tx, id, fetch, at);
          }
        });
  }

  private void apply(DSLContext tx, ConnectionId id, Fetch fetch, Instant at) {
    Record row = tx.select(C.PLACES, C.LISTINGS, C.IS_LISTING).from(C).where(is(id)).fetchSingle();
    StoredTasks tasks = new StoredTasks(tx, tenant, id);
    long places = tasks.apply(fetch.changes(), row.get(C.PLACES), row.get(C.LISTINGS));
    if (fetch.isLast()) {
      if (row.get(C.IS_LISTING)) {
        places = tasks.endListing(places, row.get(C.LISTINGS));
      }
      tasks.forgetOldest();
      activate(tx, id, at);
    }
    tx.update(C).set(C.PLACES, places).where(is(id)).execute();
  }

  private void activate(DSLContext tx, ConnectionId id, Instant at) {
    tx.update(C)
        .set(C.IS_LISTING, false)
        .set(C.STATE, Standing.State.ACTIVE.name())
        .set(C.SYNCED, at.toEpochMilli())
        .setNull(C.TROUBLE)
        .setNull(C.RETRY)
        .where(is(id))
        .execute();
  }

  /** The row of the connection is changed first here, too. */
  @Override
  public Pushed push(ConnectionId id, Push push, Instant now) {
    return database.write(
        tx -> {
          int here = tx.update(C).set(C.PLACES, C.PLACES.plus(1)).where(is(id)).execute();
          return here > 0 ? new StoredMessages(tx, tenant, id).take(push, now) : Pushed.UNKNOWN;
        });
  }

  @Override
  public void complete(ConnectionId id, String key) {
    database.change(tx -> new StoredTasks(tx, tenant, id).complete(key));
  }

  @Override
  public void reopen(ConnectionId id, String key) {
    database.change(tx -> new StoredTasks(tx, tenant, id).reopen(key));
  }

  @Override
  public void startOver(ConnectionId id) {
    database.change(tx -> tx.update(C).setNull(C.SYNC_CURSOR).where(is(id)).execute());
  }

  @Override
  public void resume(ConnectionId id) {
    stand(id, Standing.State.ACTIVE, Optional.empty(), Optional.empty());
  }

  @Override
  public void fail(ConnectionId id, ConnectorException.Kind trouble, Optional<Instant> retry) {
    stand(id, Standing.State.after(trouble), Optional.of(trouble), retry);
  }

  private void stand(
      ConnectionId id,
      Standing.State state,
      Optional<ConnectorException.Kind> trouble,
      Optional<Instant> retry) {
    database.change(
        tx ->
            tx.update(C)
                .set(C.STATE, state.name())
                .set(C.TROUBLE, trouble.map(Enum::name).orElse(null))
                .set(C.RETRY, retry.map(Instant::toEpochMilli).orElse(null))
                .where(is(id))
                .execute());
  }

  @Override
  public List<Candidate> open(UserId user) {
    return database.read(reader -> StoredTasks.open(reader, tenant, user));
  }

  @Override
  public Optional<Connection> holder(UserId user, String connector, String key) {
    return database.read(
        reader ->
            reader
                .select(C.fields())
                .from(C)
                .where(C.TENANT.eq(tenant).and(C.SUBJECT.eq(user.value())))
                .and(C.CONNECTOR.eq(connector))
                .and(DSL.exists(StoredTasks.keyed(reader, key)))
                .orderBy(C.ADDED, C.ID)
                .limit(1)
                .fetchOptional(ConnectionRow::connection));
  }

  @Override
  public void enqueue(ConnectionId id, Command command) {
    database.change(
        tx -> {
          int here = tx.update(C).set(C.PLACES, C.PLACES.plus(1)).where(is(id)).execute();
          if (here > 0) {
            long place = tx.select(C.PLACES).from(C).where(is(id)).fetchSingle(C.PLACES);
            new StoredCommands(tx, tenant, id).add(command, place);
          }
        });
  }

  @Override
  public List<Command> commands(ConnectionId id, int most) {
    return database.read(reader -> new StoredCommands(reader, tenant, id).oldest(most));
  }

  @Override
  public void done(ConnectionId id, String command) {
    database.change(tx -> new StoredCommands(tx, tenant, id).remove(command));
  }

  private Condition is(ConnectionId id) {
    return C.TENANT.eq(tenant).and(C.ID.eq(id.value()));
  }
}
