package net.alogins.oo.testkit;

import net.alogins.oo.memory.InMemoryProfileStore;
import net.alogins.oo.profile.ProfileStore;

class InMemoryProfileStoreTest extends ProfileStoreContract {

  @Override
  protected ProfileStore store() {
    return new InMemoryProfileStore();
  }
}
