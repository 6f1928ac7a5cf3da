package net.alogins.oo.jdbc;

import net.alogins.oo.policy.StateStore;
import net.alogins.oo.testkit.StateStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStateStoreTest extends StateStoreContract {

  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected StateStore states() {
    return opened.stores().states();
  }

  @Override
  protected StateStore reopened(StateStore states) {
    return opened.again().states();
  }
}
