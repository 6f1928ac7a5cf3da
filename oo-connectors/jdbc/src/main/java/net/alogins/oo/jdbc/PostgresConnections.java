package net.alogins.oo.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to a PostgreSQL database: those that write, and those that read. Settings are those
 * of single transactions, so that connections of the host keep their own.
 */
final class PostgresConnections implements AutoCloseable {

  private static final int OLDEST = 15;
  private static final int WRITERS = 3;
  private static final int READERS = 6;
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LOGIN = Duration.ofSeconds(3);
  private static final Duration HASTE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * Durable when it returns, whatever the server's default; never for long in the way of others,
   * even if this process stands still in the middle.
   */
  private static final String BEGINNING =
      "set transaction isolation level read committed; set local synchronous_commit = on;"
          + " set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '5s'";

  private final DataSource migrating;
  private final ConnectionProvider writing;
  private final ConnectionProvider reading;
  private final List<Runnable> closing;

  private PostgresConnections(
      DataSource migrating,
      ConnectionProvider writing,
      ConnectionProvider reading,
      List<Runnable> closing) {
    this.migrating = migrating;
    this.writing = writing;
    this.reading = reading;
    this.closing = closing;
  }

  /** Pools of its own; {@code login} is what the driver wants to know beside the URL. */
  static PostgresConnections to(String url, Properties login) {
    HikariDataSource writing = pool("oo-postgres-writer", WRITERS, url, login);
    HikariDataSource reading = pool("oo-postgres-reader", READERS, url, login);
    Outage outage = new Outage();
    Pulse pulse = Pulse.of(hasty(url, login), outage);
    return new PostgresConnections(
        plain(url, login),
        new Lending(writing, outage),
        new Lending(reading, outage),
        List.of(pulse::close, reading::close, writing::close));
  }

  /** Connections of the host, borrowed for one transaction or one query at a time. */
  static PostgresConnections of(DataSource host) {
    ConnectionProvider borrowed = new DataSourceConnectionProvider(host);
    return new PostgresConnections(host, borrowed, borrowed, List.of());
  }

  /** Connections that wait for very short times. */
  private static DataSource hasty(String url, Properties login) {
    PGSimpleDataSource source = plain(url, login);
    source.setConnectTimeout((int) HASTE.toSeconds());
    source.setSocketTimeout((int) HASTE.toSeconds());
    return source;
  }

  /** Connections that wait for as long as it takes to change a table. */
  private static PGSimpleDataSource plain(String url, Properties login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    Optional.ofNullable(login.getProperty("user")).ifPresent(source::setUser);
    Optional.ofNullable(login.getProperty("password")).ifPresent(source::setPassword);
    return source;
  }

  /**
   * None is kept for its own sake: after an outage whoever wants a connection has it made at once,
   * rather than when the pool next tries by itself. What the driver has to find out whether one
   * lives takes a second at least if it does not; a query takes the pool's patience.
   */
  private static HikariDataSource pool(String name, int most, String url, Properties login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setDataSourceProperties(login);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.toMillis());
    config.setConnectionTestQuery("select 1");
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", seconds(LOGIN));
    config.addDataSourceProperty("loginTimeout", seconds(LOGIN));
    config.addDataSourceProperty("socketTimeout", seconds(LONGEST));
    return pool(config);
  }

  /** Hikari would have everybody's drivers log in within its own patience. */
  private static HikariDataSource pool(HikariConfig config) {
    int others = DriverManager.getLoginTimeout();
    try {
      return new HikariDataSource(config);
    } finally {
      DriverManager.setLoginTimeout(others);
    }
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  /**
   * The database with its tables up to date.
   *
   * @throws StoreException if it cannot be
   */
  Database upToDate() {
    try {
      String name = checkedName();
      Migrations.apply(migrating, name, "oo-jdbc/migration-postgresql/");
      return new Database(
          name,
          DSL.using(writing, SQLDialect.POSTGRES),
          new Asking(DSL.using(reading, SQLDialect.POSTGRES), new Preparing.EachTime()),
          PostgresConnections::begin);
    } catch (StoreException known) {
      throw known;
    } catch (SQLException | RuntimeException failure) {
      throw new StoreException(
          "the PostgreSQL database must be reachable and its tables must be ours to change: "
              + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
          failure);
    }
  }

  private String checkedName() throws SQLException {
    try (Connection connection = migrating.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      String name = server.getURL().replaceFirst("\\?.*", "");
      if (server.getDatabaseMajorVersion() < OLDEST) {
        throw new StoreException(
            name
                + " must be PostgreSQL "
                + OLDEST
                + " or newer but was "
                + server.getDatabaseProductVersion());
      }
      return name;
    }
  }

  private static void begin(DSLContext tx) {
    tx.execute(BEGINNING);
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}
