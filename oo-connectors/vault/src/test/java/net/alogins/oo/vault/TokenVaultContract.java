package net.alogins.oo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.TokenVault;
import net.alogins.oo.signal.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every vault must do. */
public abstract class TokenVaultContract {

  private static final Slot ADAS = slot("ada", "todoist", "one", Secret.ACCESS);

  /** Made by a subclass. */
  protected TokenVaultContract() {}

  /** A vault without secrets. */
  protected abstract TokenVault vault();

  private static Slot slot(String user, String connector, String connection, Secret secret) {
    return new Slot(new UserId(user), connector, new ConnectionId(connection), secret);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] secret) {
    return new String(secret, StandardCharsets.UTF_8);
  }

  @Test
  void what_was_put_is_used_in_its_slot_and_in_no_other() throws Exception {
    TokenVault vault = vault();
    vault.put(ADAS, bytes("adas"));

    assertThat(vault.use(ADAS, TokenVaultContract::text)).contains("adas");
    for (Slot other :
        new Slot[] {
          slot("bob", "todoist", "one", Secret.ACCESS),
          slot("ada", "github", "one", Secret.ACCESS),
          slot("ada", "todoist", "two", Secret.ACCESS),
          slot("ada", "todoist", "one", Secret.REFRESH)
        }) {
      assertThat(vault.use(other, TokenVaultContract::text)).isEmpty();
    }
  }

  @Test
  void what_is_put_takes_the_place_of_what_was_there() throws Exception {
    TokenVault vault = vault();
    vault.put(ADAS, bytes("old"));
    vault.put(ADAS, bytes("new"));

    assertThat(vault.use(ADAS, TokenVaultContract::text)).contains("new");
  }

  @Test
  void what_is_put_is_only_read() {
    byte[] secret = bytes("adas");
    vault().put(ADAS, secret);

    assertThat(secret).isEqualTo(bytes("adas"));
  }

  @Test
  void a_secret_is_wiped_when_it_was_used() throws Exception {
    TokenVault vault = vault();
    vault.put(ADAS, bytes("adas"));

    assertThat(vault.use(ADAS, secret -> secret)).contains(new byte[4]);
  }

  @Test
  void a_secret_is_wiped_when_its_use_fails() {
    TokenVault vault = vault();
    vault.put(ADAS, bytes("adas"));
    AtomicReference<byte[]> leaked = new AtomicReference<>();

    assertThatThrownBy(
            () ->
                vault.use(
                    ADAS,
                    secret -> {
                      leaked.set(secret);
                      throw ConnectorException.revoked("not let in");
                    }))
        .isInstanceOf(ConnectorException.class);
    assertThat(leaked.get()).isEqualTo(new byte[4]);
  }

  @Test
  void one_use_is_not_wiped_by_another() throws Exception {
    TokenVault vault = vault();
    vault.put(ADAS, bytes("adas"));

    assertThat(
            vault.use(
                ADAS,
                outer -> {
                  vault.use(ADAS, TokenVaultContract::text);
                  return text(outer);
                }))
        .contains("adas");
  }

  @Test
  void a_removed_connection_has_no_secrets() throws Exception {
    TokenVault vault = vault();
    Slot other = slot("ada", "todoist", "two", Secret.ACCESS);
    vault.put(ADAS, bytes("adas"));
    vault.put(slot("ada", "todoist", "one", Secret.REFRESH), bytes("refresh"));
    vault.put(other, bytes("other"));
    vault.remove(new ConnectionId("one"));
    vault.remove(new ConnectionId("one"));

    assertThat(vault.use(ADAS, TokenVaultContract::text)).isEmpty();
    assertThat(vault.use(slot("ada", "todoist", "one", Secret.REFRESH), TokenVaultContract::text))
        .isEmpty();
    assertThat(vault.use(other, TokenVaultContract::text)).contains("other");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, TokenVault.LONGEST})
  void a_secret_may_be_as_short_and_as_long_as_this(int length) throws Exception {
    TokenVault vault = vault();
    vault.put(ADAS, new byte[length]);

    assertThat(vault.use(ADAS, secret -> secret.length)).contains(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, TokenVault.LONGEST + 1})
  void a_secret_of_another_length_is_refused(int length) throws Exception {
    TokenVault vault = vault();

    assertThatThrownBy(() -> vault.put(ADAS, new byte[length]))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("1 to 8192 bytes but was of " + length);
    assertThat(vault.use(ADAS, secret -> secret.length)).isEmpty();
  }
}
