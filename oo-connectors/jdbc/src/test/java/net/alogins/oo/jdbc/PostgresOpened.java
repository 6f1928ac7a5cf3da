package net.alogins.oo.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import net.alogins.oo.Stores;
import net.alogins.oo.id.TenantId;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL schema that a test opens, opens again, and closes at its end. */
final class PostgresOpened implements AfterEachCallback, AutoCloseable {

  static final TenantId HOME = new TenantId("home");

  private final String url;
  private PostgresStores kept;

  PostgresOpened() {
    this.url = Postgres.freshSchema();
    this.kept = another();
  }

  /** What another process has that opens the same schema. */
  PostgresStores another() {
    return PostgresStores.open(url, HOME);
  }

  String url() {
    return url;
  }

  Connection connection() throws SQLException {
    return DriverManager.getConnection(url);
  }

  PostgresStores kept() {
    return kept;
  }

  Stores stores() {
    return kept.stores();
  }

  Stores again() {
    kept.close();
    kept = another();
    return kept.stores();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    close();
  }

  @Override
  public void close() {
    kept.close();
  }
}
