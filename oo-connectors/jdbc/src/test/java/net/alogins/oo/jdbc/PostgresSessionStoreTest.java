package net.alogins.oo.jdbc;

import java.sql.SQLException;
import net.alogins.oo.identity.SessionStore;
import net.alogins.oo.identity.SessionStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresSessionStoreTest extends SessionStoreContract {

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
  protected SessionStore store() {
    return JdbcSessionStore.in(opened.kept());
  }
}
