package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.id.UserId;
import net.alogins.oo.server.Terminal.Outcome;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.vault.KeyPlace;
import net.alogins.oo.vault.SealedVault;
import net.alogins.oo.vault.SecretStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeysTest {

  private static final int SECRETS = 3;

  @TempDir private Path directory;
  private DataDirectory data;
  private Path keys;

  @BeforeEach
  void name() {
    data = new DataDirectory(directory.resolve("data"));
    keys = data.path().resolve("keys.json");
  }

  private Outcome run(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "rotate-keys";
    all[1] = "--data-dir";
    all[2] = data.path().toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return Terminal.run(all);
  }

  private static Slot slot(int i) {
    return new Slot(new UserId("me"), "todoist", new ConnectionId("c" + i), Secret.ACCESS);
  }

  private void fill(Path file) {
    try (Kept kept = data.open()) {
      SealedVault vault =
          SealedVault.openOrBegin(KeyPlace.file(file), kept.secrets(), Database.TENANT);
      IntStream.range(0, SECRETS)
          .forEach(i -> vault.put(slot(i), ("token " + i).getBytes(StandardCharsets.UTF_8)));
    }
  }

  private String read(Path file, int i) throws Exception {
    try (Kept kept = data.openExisting()) {
      return SealedVault.open(KeyPlace.file(file), kept.secrets(), Database.TENANT)
          .use(slot(i), secret -> new String(secret, StandardCharsets.UTF_8))
          .orElse("nothing");
    }
  }

  private static Outcome said(int exit, int secrets, int unreadable, int forgotten) {
    String lines = "secrets %d%nunreadable %d%nforgotten %d%n";
    return new Outcome(exit, lines.formatted(secrets, unreadable, forgotten), "");
  }

  @Test
  void help_names_every_option_and_every_exit_code() {
    assertThat(Terminal.run("rotate-keys", "--help").out())
        .contains("--data-dir", "--database", "--key-file", "OO_KEY_FILE", "--forget-old")
        .contains("65", "66", "69", "73", "75", "76");
  }

  @Test
  void secrets_are_sealed_anew_and_can_be_read_by_the_new_key_alone() throws Exception {
    fill(keys);
    String old = Files.readString(keys);

    assertThat(run()).isEqualTo(said(0, SECRETS, 0, 1));
    assertThat(read(keys, 2)).isEqualTo("token 2");
    assertThat(Files.readString(keys)).isNotEqualTo(old);
    assertThat(run()).isEqualTo(said(0, SECRETS, 0, 1));
  }

  @Test
  void the_key_file_may_be_elsewhere() throws Exception {
    Path elsewhere = directory.resolve("elsewhere.json");
    fill(elsewhere);

    assertThat(run("--key-file", elsewhere.toString())).isEqualTo(said(0, SECRETS, 0, 1));
    assertThat(read(elsewhere, 0)).isEqualTo("token 0");
    assertThat(keys).doesNotExist();
  }

  @Test
  void a_secret_that_cannot_be_read_is_said_and_keeps_its_key() {
    fill(keys);
    try (Kept kept = data.openExisting()) {
      SecretStore store = kept.secrets();
      store.put(slot(1), store.find(slot(0)).orElseThrow());
    }

    assertThat(run()).isEqualTo(said(65, SECRETS - 1, 1, 0));
  }

  @Test
  void a_missing_key_file_is_named_and_not_made() throws IOException {
    fill(keys);
    Files.delete(keys);

    Outcome outcome = run();

    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(outcome.err()).contains("key file " + keys + " must be there");
    assertThat(keys).doesNotExist();
  }

  @Test
  void a_key_file_that_others_may_read_is_refused() throws IOException {
    fill(keys);
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));

    Outcome outcome = run();

    assertThat(outcome.exit()).isEqualTo(73);
    assertThat(outcome.err()).contains("must be rw------- but was rw-r--r--", "chmod 600");
  }

  @Test
  void where_there_is_nothing_nothing_is_made() {
    assertThat(run().exit()).isEqualTo(66);
    assertThat(data.path()).doesNotExist();
  }

  @Test
  void what_a_server_uses_is_left_alone() {
    fill(keys);
    try (Kept running = data.open()) {
      assertThat(run().exit()).isEqualTo(75);
      assertThat(running.secrets().after(Optional.empty(), SECRETS + 1)).hasSize(SECRETS);
    }
  }
}
