package net.alogins.oo.testkit;

import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.policy.StateStore;

class InMemoryStateStoreTest extends StateStoreContract {

  @Override
  protected StateStore states() {
    return new InMemoryStateStore();
  }
}
