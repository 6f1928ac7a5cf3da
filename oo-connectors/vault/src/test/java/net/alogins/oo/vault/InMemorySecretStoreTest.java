package net.alogins.oo.vault;

class InMemorySecretStoreTest extends SecretStoreContract {

  @Override
  protected SecretStore store() {
    return new InMemorySecretStore();
  }
}
