package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.Stores;
import net.alogins.oo.id.TenantId;

/** A SQLite file that a test opens, opens again, and closes at its end. */
final class Opened implements AutoCloseable {

  static final TenantId HOME = new TenantId("home");

  private final Path file;
  private SqliteStores kept;

  Opened(Path directory) {
    this.file = directory.resolve("oo.db");
    this.kept = SqliteStores.open(file, HOME);
  }

  Stores stores() {
    return kept.stores();
  }

  Stores again() {
    kept.close();
    kept = SqliteStores.open(file, HOME);
    return kept.stores();
  }

  @Override
  public void close() {
    kept.close();
  }
}
