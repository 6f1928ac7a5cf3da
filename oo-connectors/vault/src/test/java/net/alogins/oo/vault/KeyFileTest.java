package net.alogins.oo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.signal.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  @TempDir private Path directory;

  private final SecretStore store = new InMemorySecretStore();

  private Path file() {
    return directory.resolve("keys.json");
  }

  private SealedVault begun() {
    return SealedVault.openOrBegin(KeyPlace.file(file()), store, Slots.HOME);
  }

  private SealedVault opened() {
    return SealedVault.open(KeyPlace.file(file()), store, Slots.HOME);
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void a_key_file_is_its_owners_and_nothing_is_left_beside_it() throws IOException {
    begun();
    opened().rotate();

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("keys.json", "keys.json.lock");
    }
    assertThat(rights(file())).isEqualTo("rw-------");
    assertThat(rights(directory.resolve("keys.json.lock"))).isEqualTo("rw-------");
  }

  @Test
  void secrets_outlive_the_vault() throws Exception {
    begun().put(Slots.ADAS, Slots.bytes("adas"));

    assertThat(Slots.read(opened(), Slots.ADAS)).isEqualTo("adas");
    assertThat(Slots.read(begun(), Slots.ADAS)).isEqualTo("adas");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rw-r-----",
        "rw--w----",
        "rw---x---",
        "rw----r--",
        "rw-----w-",
        "rw------x",
        "rwx------",
        "rw-rw-rw-"
      })
  void a_key_file_that_others_have_a_right_to_is_refused(String rights) throws IOException {
    begun();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(rights));

    assertThatThrownBy(this::opened)
        .isInstanceOf(VaultException.class)
        .hasMessageContainingAll("must be rw------- but was " + rights, "chmod 600", "keys.json");
    assertThatThrownBy(this::begun).isInstanceOf(VaultException.class);
  }

  @Test
  void a_key_file_that_only_its_owner_may_read_is_fine() throws IOException {
    begun();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));

    opened();
  }

  @Test
  void a_missing_key_file_is_refused() {
    assertThatThrownBy(this::opened)
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("keys.json must be there");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_missing_key_file_is_not_made_anew_where_there_are_secrets() throws IOException {
    begun().put(Slots.ADAS, Slots.bytes("adas"));
    Files.delete(file());

    assertThatThrownBy(this::begun)
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("keys.json must be there: there are secrets");
    assertThat(file()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "confidential", "{\"primaryKeyId\":1,\"key\":[]}", "[\u0000"})
  void a_key_file_without_keys_is_refused_and_not_quoted(String content) throws IOException {
    begun();
    Files.writeString(file(), content);

    assertThatThrownBy(this::opened)
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("keys.json must be a keyset of Tink")
        .hasMessageNotContaining("confidential")
        .hasNoCause();
  }

  @Test
  void a_key_file_of_another_algorithm_is_refused() throws Exception {
    begun();
    KeysetHandle other =
        KeysetHandle.generateNew(PredefinedAeadParameters.CHACHA20_POLY1305, AeadConfig2026.get());
    Files.writeString(
        file(),
        TinkJsonProtoKeysetFormat.serializeKeyset(
            other, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));

    assertThatThrownBy(this::opened)
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("AES-256-GCM only");
  }

  @Test
  void a_key_file_without_end_is_not_read() throws IOException {
    begun();
    Files.writeString(file(), " ".repeat(70_000));

    assertThatThrownBy(this::opened)
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("at most 65536 bytes");
  }

  @Test
  void a_link_to_a_key_file_stays_a_link() throws IOException {
    begun();
    Path link = Files.createSymbolicLink(directory.resolve("link.json"), file());
    SealedVault.open(KeyPlace.file(link), store, Slots.HOME).rotate();

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(KeyPlace.file(file()).require().size()).isEqualTo(2);
  }

  @Test
  void keys_are_changed_by_one_at_a_time() {
    KeyPlace place = KeyPlace.file(file());
    SealedVault vault = begun();

    String refusal =
        place.exclusively(
            () -> {
              assertThatThrownBy(vault::rotate).isInstanceOf(VaultException.class);
              try {
                return "" + vault.forgetOldKeys();
              } catch (VaultException inUse) {
                return inUse.getMessage();
              }
            });

    assertThat(refusal).contains("must be changed by one at a time");
    assertThat(vault.rotate()).isEqualTo(new Resealed(0, 0));
  }

  @Test
  void a_text_of_keys_is_like_their_file() throws Exception {
    begun().put(Slots.ADAS, Slots.bytes("adas"));
    KeyPlace text = KeyPlace.text(Files.readString(file()));

    assertThat(Slots.read(SealedVault.open(text, store, Slots.HOME), Slots.ADAS)).isEqualTo("adas");
  }

  @Test
  void a_text_of_keys_is_changed_where_it_comes_from() throws Exception {
    String text = KeyPlace.withNewKey("");
    SealedVault old = SealedVault.open(KeyPlace.text(text), store, Slots.HOME);
    old.put(Slots.ADAS, Slots.bytes("adas"));
    assertThatThrownBy(old::rotate)
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("must be changed where it comes from");

    SealedVault fresh =
        SealedVault.open(KeyPlace.text(KeyPlace.withNewKey(text)), store, Slots.HOME);
    assertThat(fresh.reseal()).isEqualTo(new Resealed(1, 0));
    assertThat(Slots.read(fresh, Slots.ADAS)).isEqualTo("adas");
    assertThatThrownBy(() -> Slots.read(old, Slots.ADAS))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("a key that is there");
  }

  @Test
  void a_text_that_is_none_is_refused() {
    assertThatThrownBy(() -> KeyPlace.text("confidential"))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("confidential");
    assertThat(KeyPlace.memory().load()).isEqualTo(Optional.empty());
  }
}
