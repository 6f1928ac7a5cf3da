package net.alogins.oo.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** One SQLite file: a single connection that writes, and a few that only read. */
final class SqliteFile implements AutoCloseable {

  /** Where the scripts are that make the tables. */
  static final String SCRIPTS = "oo-jdbc/migration/";

  private static final int READERS = 4;
  private static final int CACHE_KIB = -16_000;

  /**
   * A checkpoint flushes three times: the log of writes, the file, and the new log's header. Once
   * in 64 MiB makes that less than a tenth of a flush for each commit, even if each touches 500
   * pages; a start after a crash reads as much in about 0.1 s.
   */
  private static final String CHECKPOINT_PAGES = "16384";

  /** A file up to this size is read as a whole when it is opened. */
  private static final long CHECKED_BYTES = 64L << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final HikariDataSource writing;
  private final Flushing flushing;
  private final HikariDataSource reading;
  private final Preparing preparing = new Preparing.Once();

  private SqliteFile(String name, HikariDataSource writing, HikariDataSource reading) {
    this.name = name;
    this.writing = writing;
    this.flushing = Flushing.each(writing);
    this.reading = reading;
  }

  static SqliteFile open(Path file) {
    try {
      OwnerOnly.create(file);
      HikariDataSource writing = pool(file, "oo-sqlite-writer", 1);
      try {
        if (Files.size(file) <= CHECKED_BYTES) {
          check(writing, file);
        }
        Migrations.apply(writing, file.toString(), SCRIPTS);
        return new SqliteFile(file.toString(), writing, pool(file, "oo-sqlite-reader", READERS));
      } catch (RuntimeException failure) {
        writing.close();
        throw failure;
      }
    } catch (StoreException known) {
      throw known;
    } catch (IOException | RuntimeException failure) {
      throw new StoreException(
          file + " must be a readable and writable SQLite file of oO: " + cause(failure), failure);
    }
  }

  /** Refuses a file whose pages, or whose tables and indexes, do not agree. */
  static void check(DataSource database, Path file) {
    String found =
        DSL.using(database, SQLDialect.SQLITE)
            .resultQuery("pragma integrity_check(1)")
            .fetchSingle(0, String.class);
    if (!found.equals("ok")) {
      throw new StoreException(file + " must be intact but is damaged: " + firstLine(found));
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String cause(Exception failure) {
    return firstLine(String.valueOf(failure.getMessage()));
  }

  private static HikariDataSource pool(Path file, String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source(file));
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new HikariDataSource(config);
  }

  /** Connections to a file that leave it in the mode that it is in. */
  static DataSource unpooled(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) PATIENCE.toMillis());
    return source(file, config);
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setPragma(Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
    config.setCacheSize(CACHE_KIB);
    config.setGetGeneratedKeys(false);
    return source(file, config);
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  Database database() {
    return database(flushing);
  }

  /** The same for what can be made again: it is durable when something else is, written later. */
  Database flushedLater() {
    return database(flushing.later());
  }

  private Database database(Flushing writer) {
    return new Database(
        name,
        DSL.using(writer, SQLDialect.SQLITE),
        new Asking(DSL.using(reading, SQLDialect.SQLITE), preparing),
        tx -> {});
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
