package net.alogins.oo.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to a PostgreSQL database: those that write, and those that read. Settings are those
 * of single transactions, so that connections of the host keep their own.
 */
final class PostgresConnections implements AutoCloseable {

  private static final int OLDEST = 15;
  private static final int WRITERS = 3;
  private static final int READERS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * Durable when it returns, whatever the server's default; never for long in the way of others,
   * even if this process stands still in the middle.
   */
  private static final String BEGINNING =
      "set transaction isolation level read committed; set local synchronous_commit = on;"
          + " set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '5s'";

  private final DataSource migrating;
  private final DataSource writing;
  private final DataSource reading;
  private final List<HikariDataSource> owned;

  private PostgresConnections(
      DataSource migrating, DataSource writing, DataSource reading, List<HikariDataSource> owned) {
    this.migrating = migrating;
    this.writing = writing;
    this.reading = reading;
    this.owned = owned;
  }

  /** Pools of its own; {@code login} is what the driver wants to know beside the URL. */
  static PostgresConnections to(String url, Properties login) {
    HikariDataSource writing = pool("oo-postgres-writer", WRITERS, url, login);
    HikariDataSource reading = pool("oo-postgres-reader", READERS, url, login);
    return new PostgresConnections(
        patient(url, login), writing, reading, List.of(reading, writing));
  }

  /** Connections of the host, borrowed for one transaction or one query at a time. */
  static PostgresConnections of(DataSource host) {
    return new PostgresConnections(host, host, host, List.of());
  }

  /** Connections that wait for as long as it takes to change a table. */
  private static DataSource patient(String url, Properties login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    Optional.ofNullable(login.getProperty("user")).ifPresent(source::setUser);
    Optional.ofNullable(login.getProperty("password")).ifPresent(source::setPassword);
    return source;
  }

  private static HikariDataSource pool(String name, int most, String url, Properties login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setDataSourceProperties(login);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", seconds(PATIENCE));
    config.addDataSourceProperty("loginTimeout", seconds(PATIENCE));
    config.addDataSourceProperty("socketTimeout", seconds(LONGEST));
    return new HikariDataSource(config);
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
          DSL.using(reading, SQLDialect.POSTGRES),
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
    owned.forEach(HikariDataSource::close);
  }
}
