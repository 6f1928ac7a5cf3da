package net.alogins.oo.jdbc;

import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.testkit.ConnectionStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresConnectionStoreTest extends ConnectionStoreContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected ConnectionStore store() {
    return JdbcConnectionStore.in(opened.kept());
  }
}
