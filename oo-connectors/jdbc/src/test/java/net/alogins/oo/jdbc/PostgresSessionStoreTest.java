package net.alogins.oo.jdbc;

import net.alogins.oo.identity.SessionStore;
import net.alogins.oo.identity.SessionStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionStoreTest extends SessionStoreContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected SessionStore store() {
    return JdbcSessionStore.in(opened.kept());
  }
}
