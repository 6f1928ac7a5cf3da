package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import net.alogins.oo.Stores;
import net.alogins.oo.event.HostTransaction;
import net.alogins.oo.id.TenantId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Every store of one tenant in a PostgreSQL database, 15 or newer: what was acknowledged is flushed
 * to its write-ahead log. Any number of processes may have the same database open; each sees what
 * the others write, in the same order, within a moment. Close it after the recommender.
 *
 * <p>Rows are numbered when they are committed, never before, so that whoever reads the log by
 * number misses none. The tables are in the first schema of the search path.
 */
public final class PostgresStores implements AutoCloseable {

  private static final String SNAPSHOTS = "snapshots";
  private static final Duration PERIOD = Duration.ofMillis(25);

  private final PostgresConnections connections;
  private final Database database;
  private final TenantId tenant;
  private final String schema;
  private final Leases leases;
  private final Presence presence;
  private final JdbcEventLog log;
  private final Stores stores;
  private final Watch watch;

  private PostgresStores(PostgresConnections connections, Database database, TenantId tenant) {
    this.connections = connections;
    this.database = database;
    this.tenant = tenant;
    this.schema = schema(database);
    this.leases = new Leases(database, tenant, System::nanoTime);
    this.presence = new Presence(database, tenant, leases, System::nanoTime);
    presence.clear();
    this.log =
        new JdbcEventLog(database, tenant, new JoinedArrivals(database, tenant), leases::hold);
    Database snapshots = database.beginningWith(this::fenced);
    this.stores =
        new Stores(
            log,
            new JdbcProfileStore(database, tenant),
            new JdbcTipScores(database.beginningWith(PostgresStores::flushedLater), tenant),
            new JdbcStateStore(
                snapshots, snapshots.beginningWith(PostgresStores::flushedLater), tenant));
    this.watch = Watch.on("oo-postgres-watch", PERIOD, this::look);
  }

  /** Snapshots are written by one process at a time. */
  private void fenced(DSLContext tx) {
    leases.fence(tx, SNAPSHOTS);
  }

  private void look() {
    log.catchUp();
    leases.prolong();
    presence.look();
  }

  /**
   * How many processes have the database open, this one among them: as of at most three seconds
   * ago, and one that was killed counts for ten. It takes no time to ask.
   */
  public int processes() {
    return presence.processes();
  }

  /**
   * Looks at once for what other processes have written, and tells the followers of the log. It
   * does so by itself, {@code 40} times a second; whoever hears of news sooner may call this.
   */
  public void wake() {
    log.catchUp();
  }

  /** What can be made again is durable when something else is, written later. */
  private static void flushedLater(DSLContext tx) {
    tx.execute("set local synchronous_commit = off");
  }

  private static String schema(Database database) {
    return database.read(
        reader -> {
          String current =
              reader.select(DSL.field("current_schema()", String.class)).fetchSingle().value1();
          return Optional.ofNullable(current).orElse("public");
        });
  }

  /**
   * Opens the database at {@code url}, {@code jdbc:postgresql://…}, with connections of its own,
   * and brings its tables up to date. Who connects is in the URL, or the system decides it.
   *
   * @throws NewerStoreException if a newer oO wrote it; nothing was changed then
   * @throws StoreException if it cannot be read or written, or is older than PostgreSQL 15
   */
  public static PostgresStores open(String url, TenantId tenant) {
    return open(PostgresConnections.to(url, new Properties()), tenant);
  }

  /** Opens the database at {@code url} as {@code user}; else as {@link #open(String, TenantId)}. */
  public static PostgresStores open(String url, String user, String password, TenantId tenant) {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    return open(PostgresConnections.to(url, login), tenant);
  }

  /**
   * Opens the database of {@code host}, with its connections: each is borrowed for one transaction
   * or one query, and keeps its settings. Appends are fastest if they have {@code
   * reWriteBatchedInserts=true}.
   *
   * @throws NewerStoreException if a newer oO wrote it; nothing was changed then
   * @throws StoreException if it cannot be read or written, or is older than PostgreSQL 15
   */
  public static PostgresStores open(DataSource host, TenantId tenant) {
    return open(PostgresConnections.of(host), tenant);
  }

  private static PostgresStores open(PostgresConnections connections, TenantId tenant) {
    try {
      return new PostgresStores(connections, connections.upToDate(), tenant);
    } catch (RuntimeException failure) {
      connections.close();
      throw failure;
    }
  }

  /** The stores; what {@code Builder.stores} takes. */
  public Stores stores() {
    return stores;
  }

  /**
   * The transaction that {@code connection}, of the host, is in: what is appended there is
   * committed or rolled back with it. The connection commits nothing by itself, stays the host's,
   * and keeps its settings; how long it waits for another that tells the same fact is the host's
   * setting too.
   */
  public HostTransaction joining(Connection connection) {
    return new JoinedTransaction(connection, schema, tenant);
  }

  Database database() {
    return database;
  }

  TenantId tenant() {
    return tenant;
  }

  /** They would have it anyway, a little later. */
  private void leaveToOthers() {
    try {
      leases.release();
    } catch (StoreException away) {
      System.getLogger(PostgresStores.class.getName())
          .log(System.Logger.Level.DEBUG, "leases are left to their end", away);
    }
  }

  /** Lets go of the database, even if it does not answer; twice is fine. */
  @Override
  public void close() {
    watch.close();
    if (watch.hasEnded()) {
      leaveToOthers();
    }
    connections.close();
    // A look that the database did not answer has just lost its connection.
    watch.close();
  }
}
