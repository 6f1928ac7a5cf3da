package net.alogins.oo.jdbc;

import java.sql.SQLException;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.testkit.ConnectionStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresConnectionStoreTest extends ConnectionStoreContract {

  private PostgresOpened opened;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected ConnectionStore store() {
    return JdbcConnectionStore.in(opened.kept());
  }
}
