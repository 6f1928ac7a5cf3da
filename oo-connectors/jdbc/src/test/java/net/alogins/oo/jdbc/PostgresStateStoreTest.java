package net.alogins.oo.jdbc;

import java.sql.SQLException;
import net.alogins.oo.policy.StateStore;
import net.alogins.oo.testkit.StateStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresStateStoreTest extends StateStoreContract {

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
  protected StateStore states() {
    return opened.stores().states();
  }

  @Override
  protected StateStore reopened(StateStore states) {
    return opened.again().states();
  }
}
