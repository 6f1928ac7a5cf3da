package net.alogins.oo.signal.testkit;

import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.InMemoryConnectionStore;

class InMemoryConnectionStoreTest extends ConnectionStoreContract {

  @Override
  protected ConnectionStore store() {
    return new InMemoryConnectionStore();
  }
}
