package net.alogins.oo.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.VaultException;
import net.alogins.oo.vault.Canary;
import net.alogins.oo.vault.KeyPlace;
import net.alogins.oo.vault.Sealed;
import net.alogins.oo.vault.SealedVault;
import net.alogins.oo.vault.SecretStore;
import net.alogins.oo.vault.SecretStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSecretStoreTest extends SecretStoreContract {

  private static final TenantId HOME = new TenantId("home");
  private static final Slot ADAS =
      new Slot(new UserId("ada"), "todoist", new ConnectionId("one"), Secret.ACCESS);

  @TempDir private Path directory;
  private final Canary canary = new Canary();
  private final KeyPlace keys = KeyPlace.memory();
  private Path file;
  private SqliteStores kept;

  @BeforeEach
  void open() {
    file = directory.resolve("oo.db");
    kept = SqliteStores.open(file, HOME);
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Override
  protected SecretStore store() {
    return JdbcSecretStore.in(kept);
  }

  private void reopen(TenantId tenant) {
    kept.close();
    kept = SqliteStores.open(file, tenant);
  }

  private SealedVault vault() {
    return SealedVault.openOrBegin(keys, store(), HOME);
  }

  private boolean isCanaryIn(SealedVault vault) throws Exception {
    return vault.use(ADAS, secret -> canary.isIn(new String(secret, UTF_8))).orElse(false);
  }

  private List<Path> leaks() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(this::isCanaryIn).toList();
    }
  }

  private boolean isCanaryIn(Path path) {
    try {
      return canary.isIn(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void a_secret_is_in_no_file() throws Exception {
    vault().put(ADAS, canary.secret());
    assertThat(isCanaryIn(vault())).isTrue();
    assertThat(file.resolveSibling("oo.db-wal")).isNotEmptyFile();
    assertThat(leaks()).isEmpty();

    vault().rotate();
    SqliteStores.backup(file, directory.resolve("backup.db"));
    assertThat(leaks()).isEmpty();

    vault().remove(ADAS.connection());
    reopen(HOME);
    assertThat(leaks()).isEmpty();
  }

  @Test
  void a_secret_that_somebody_wrote_as_it_is_would_be_found() throws Exception {
    Files.write(directory.resolve("careless"), canary.secret());

    assertThat(leaks()).hasSize(1);
  }

  @Test
  void a_secret_and_its_end_outlive_the_process() throws Exception {
    vault().put(ADAS, canary.secret());
    reopen(HOME);
    assertThat(isCanaryIn(vault())).isTrue();

    vault().remove(ADAS.connection());
    reopen(HOME);
    assertThat(vault().use(ADAS, secret -> secret.length)).isEmpty();
  }

  @Test
  void another_tenant_has_none_of_them() throws Exception {
    vault().put(ADAS, canary.secret());
    reopen(new TenantId("other"));
    assertThat(store().after(Optional.empty(), 1)).isEmpty();
    store().remove(ADAS.connection());
    reopen(HOME);

    assertThat(isCanaryIn(vault())).isTrue();
  }

  @Test
  void secrets_of_two_people_that_were_swapped_in_the_file_are_refused() throws Exception {
    Slot bobs = new Slot(new UserId("bob"), "todoist", new ConnectionId("two"), Secret.ACCESS);
    vault().put(ADAS, canary.secret());
    vault().put(bobs, canary.secret());
    Sealed adas = store().find(ADAS).orElseThrow();
    store().put(ADAS, store().find(bobs).orElseThrow());
    store().put(bobs, adas);

    for (Slot slot : List.of(ADAS, bobs)) {
      assertThatThrownBy(() -> vault().use(slot, secret -> true))
          .isInstanceOf(VaultException.class);
    }
  }

  @Test
  void nobody_fails_to_read_while_keys_are_rotated() throws Exception {
    SealedVault vault = vault();

    Rotations.run("SQLite", vault, vault);
  }
}
