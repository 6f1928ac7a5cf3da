package net.alogins.oo.jdbc;

import java.sql.SQLException;
import net.alogins.oo.vault.SecretStore;
import net.alogins.oo.vault.SecretStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresSecretStoreTest extends SecretStoreContract {

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
  protected SecretStore store() {
    return JdbcSecretStore.in(opened.kept());
  }
}
