package net.alogins.oo.signal.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.TokenVault;
import net.alogins.oo.signal.VaultException;
import org.junit.jupiter.api.Test;

/** What lets a connection in, on its way into the vault. */
class SecretsTest {

  private static final Connection ADAS =
      new Connection(new ConnectionId("one"), new UserId("ada"), "list", "", true);

  private final MemoryVault vault = new MemoryVault();

  private Optional<String> kept(Secret which) throws Exception {
    return vault.use(
        new Slot(ADAS.user(), ADAS.connector(), ADAS.id(), which),
        secret -> new String(secret, UTF_8));
  }

  @Test
  void a_token_that_lasts_leaves_nothing_of_one_that_was_refreshed() throws Exception {
    Secrets.of("expires", "refresh").putInto(vault, ADAS);
    assertThat(kept(Secret.REFRESH)).contains("refresh");

    Secrets.of("lasts").putInto(vault, ADAS);

    assertThat(kept(Secret.ACCESS)).contains("lasts");
    assertThat(kept(Secret.REFRESH)).isEmpty();
  }

  @Test
  void what_cannot_be_kept_is_wiped_all_the_same() {
    Broken broken = new Broken();

    assertThatThrownBy(() -> Secrets.of("abc", "defg").putInto(broken, ADAS))
        .isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> Secrets.of("abc").putInto(broken, ADAS))
        .isInstanceOf(VaultException.class);

    assertThat(broken.seen).containsExactly(new byte[4], new byte[3]);
  }

  /** A vault that keeps nothing. */
  private static final class Broken implements TokenVault {

    private final List<byte[]> seen = new ArrayList<>();

    @Override
    public void put(Slot slot, byte[] secret) {
      seen.add(secret);
      throw new VaultException("the disk is full");
    }

    @Override
    public <T> Optional<T> use(Slot slot, Use<T> use) {
      return Optional.empty();
    }

    @Override
    public void remove(ConnectionId connection) {}
  }
}
