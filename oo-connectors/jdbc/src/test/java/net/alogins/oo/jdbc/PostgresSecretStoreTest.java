package net.alogins.oo.jdbc;

import java.nio.file.Path;
import net.alogins.oo.vault.KeyPlace;
import net.alogins.oo.vault.SealedVault;
import net.alogins.oo.vault.SecretStore;
import net.alogins.oo.vault.SecretStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PostgresSecretStoreTest extends SecretStoreContract {

  @TempDir private Path directory;
  @RegisterExtension private final PostgresOpened opened = new PostgresOpened();

  @Override
  protected SecretStore store() {
    return JdbcSecretStore.in(opened.kept());
  }

  @Test
  void nobody_fails_to_read_while_another_process_rotates_the_keys() throws Exception {
    KeyPlace keys = KeyPlace.file(directory.resolve("keys.json"));
    SealedVault here = SealedVault.openOrBegin(keys, store(), PostgresOpened.HOME);
    try (PostgresStores other = opened.another()) {
      SealedVault there = SealedVault.open(keys, JdbcSecretStore.in(other), PostgresOpened.HOME);

      Rotations.run("PostgreSQL", there, here);
    }
  }
}
