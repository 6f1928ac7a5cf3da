package net.alogins.oo.jdbc;

import net.alogins.oo.profile.ProfileStore;
import net.alogins.oo.testkit.ProfileStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresProfileStoreTest extends ProfileStoreContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected ProfileStore store() {
    return opened.stores().profiles();
  }

  @Override
  protected ProfileStore reopened(ProfileStore profiles) {
    return opened.again().profiles();
  }
}
