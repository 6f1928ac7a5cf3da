package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.testkit.ConnectionStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteConnectionStoreTest extends ConnectionStoreContract {

  private static final TenantId HOME = new TenantId("home");

  @TempDir private Path directory;
  private SqliteStores kept;

  @BeforeEach
  void open() {
    kept = SqliteStores.open(directory.resolve("oo.db"), HOME);
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Override
  protected ConnectionStore store() {
    return JdbcConnectionStore.in(kept);
  }

  @Override
  protected ConnectionStore reopened(ConnectionStore store) {
    kept.close();
    open();
    return store();
  }
}
