package net.alogins.oo.identity;

class InMemorySessionStoreTest extends SessionStoreContract {

  @Override
  protected SessionStore store() {
    return new InMemorySessionStore();
  }
}
