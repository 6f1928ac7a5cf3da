package net.alogins.oo.jdbc;

import java.sql.SQLException;
import net.alogins.oo.profile.ProfileStore;
import net.alogins.oo.testkit.ProfileStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresProfileStoreTest extends ProfileStoreContract {

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
  protected ProfileStore store() {
    return opened.stores().profiles();
  }

  @Override
  protected ProfileStore reopened(ProfileStore profiles) {
    return opened.again().profiles();
  }
}
