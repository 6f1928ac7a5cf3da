package net.alogins.oo.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** One SQLite file: a single connection that writes, and a few that only read. */
final class SqliteFile implements AutoCloseable {

  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HikariDataSource writing;
  private final HikariDataSource reading;

  private SqliteFile(HikariDataSource writing, HikariDataSource reading) {
    this.writing = writing;
    this.reading = reading;
  }

  static SqliteFile open(Path file) {
    try {
      OwnerOnly.create(file);
      HikariDataSource writing = pool(file, "oo-sqlite-writer", 1);
      try {
        Migrations.apply(writing, file.toString());
        return new SqliteFile(writing, pool(file, "oo-sqlite-reader", READERS));
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

  private static String cause(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private static HikariDataSource pool(Path file, String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source(file));
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new HikariDataSource(config);
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, System.getProperty("ck", "16384"));
    config.setCacheSize(Integer.getInteger("cs", -2000));
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  DSLContext writer() {
    return DSL.using(writing, SQLDialect.SQLITE);
  }

  DSLContext reader() {
    return DSL.using(reading, SQLDialect.SQLITE);
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
