package net.alogins.oo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.signal.TokenVault;
import net.alogins.oo.signal.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealedVaultTest extends TokenVaultContract {

  private static final int PEOPLE = 40;

  private final KeyPlace keys = KeyPlace.memory();
  private final SecretStore store = new InMemorySecretStore();
  private final SealedVault vault = SealedVault.openOrBegin(keys, store, Slots.HOME);

  @Override
  protected TokenVault vault() {
    return vault;
  }

  private Sealed sealed(Slot slot) {
    return store.find(slot).orElseThrow();
  }

  /** Fails unless it is refused, and nobody was shown anything. */
  private static void assertRefused(TokenVault vault, Slot slot) {
    AtomicBoolean isShown = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                vault.use(
                    slot,
                    secret -> {
                      isShown.set(true);
                      return true;
                    }))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("secret " + slot.secret())
        .hasMessageNotContaining("ada");
    assertThat(isShown).isFalse();
  }

  @Test
  void what_lies_in_the_store_says_nothing() {
    byte[] secret = Slots.bytes("a secret of ada, quite long");
    vault.put(Slots.ADAS, secret);
    Sealed first = sealed(Slots.ADAS);
    vault.put(Slots.ADAS, secret);

    assertThat(new String(first.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("ada");
    assertThat(sealed(Slots.ADAS)).isNotEqualTo(first);
    assertThat(first).hasToString("sealed, 60 bytes");
  }

  @Test
  void i18_secrets_of_two_people_that_were_swapped_are_refused() {
    for (int i = 0; i < PEOPLE; i++) {
      vault.put(Slots.number(i), Slots.bytes("of " + i));
    }
    List<Sealed> all = IntStream.range(0, PEOPLE).mapToObj(i -> sealed(Slots.number(i))).toList();
    int refused = 0;
    for (int of = 0; of < PEOPLE; of++) {
      for (int by = 0; by < PEOPLE; by++) {
        if (of != by) {
          store.put(Slots.number(of), all.get(by));
          assertRefused(vault, Slots.number(of));
          refused++;
        }
      }
    }
    System.out.println("vault: " + refused + " of " + PEOPLE * (PEOPLE - 1) + " swaps refused");
  }

  @Test
  void i18_any_flipped_bit_is_refused() {
    vault.put(Slots.ADAS, Slots.bytes("a token of forty characters, or about so"));
    byte[] good = sealed(Slots.ADAS).bytes();
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      store.put(Slots.ADAS, Sealed.of(bad));
      assertRefused(vault, Slots.ADAS);
    }
    System.out.println("vault: " + 8 * good.length + " flipped bits refused");
  }

  @Test
  void i18_what_is_cut_or_longer_is_refused() {
    vault.put(Slots.ADAS, Slots.bytes("a token"));
    byte[] good = sealed(Slots.ADAS).bytes();
    for (int length = 0; length <= good.length + 20; length++) {
      if (length != good.length) {
        store.put(Slots.ADAS, Sealed.of(Arrays.copyOf(good, length)));
        assertRefused(vault, Slots.ADAS);
      }
    }
    store.put(Slots.ADAS, Sealed.of(Arrays.copyOfRange(good, 1, good.length)));
    assertRefused(vault, Slots.ADAS);
  }

  @Test
  void i18_a_secret_in_the_clear_is_refused() {
    store.put(Slots.ADAS, Sealed.of(Slots.bytes("a token that nobody sealed")));

    assertRefused(vault, Slots.ADAS);
  }

  static Stream<Slot> others() {
    ConnectionId one = new ConnectionId("one");
    UserId ada = new UserId("ada");
    return Stream.of(
        new Slot(new UserId("ad"), "todoist", one, Secret.ACCESS),
        new Slot(new UserId("adat"), "odoist", one, Secret.ACCESS),
        new Slot(new UserId("Ada"), "todoist", one, Secret.ACCESS),
        new Slot(ada, "github", one, Secret.ACCESS),
        new Slot(ada, "todoist", new ConnectionId("two"), Secret.ACCESS),
        new Slot(ada, "todoist", one, Secret.REFRESH));
  }

  @ParameterizedTest
  @MethodSource("others")
  void i18_a_secret_opens_in_no_other_slot(Slot other) {
    vault.put(Slots.ADAS, Slots.bytes("a token"));
    store.put(other, sealed(Slots.ADAS));

    assertRefused(vault, other);
  }

  @Test
  void i18_a_secret_opens_for_no_other_tenant() {
    vault.put(Slots.ADAS, Slots.bytes("a token"));

    assertRefused(SealedVault.open(keys, store, new TenantId("other")), Slots.ADAS);
  }

  @Test
  void i18_a_secret_opens_by_no_other_key() {
    vault.put(Slots.ADAS, Slots.bytes("a token"));
    KeyPlace others = KeyPlace.text(KeyPlace.withNewKey(""));

    assertRefused(SealedVault.open(others, store, Slots.HOME), Slots.ADAS);
  }

  @Test
  void no_two_slots_are_bound_alike() {
    Slot parted = Slots.of("ada", "one", Secret.ACCESS);
    Stream<byte[]> bindings =
        Stream.concat(Stream.of(parted), others()).map(slot -> Binding.of(Slots.HOME, slot));

    assertThat(bindings.map(Arrays::toString).distinct()).hasSize(7);
    assertThat(Binding.of(new TenantId("homea"), Slots.of("da", "one", Secret.ACCESS)))
        .isNotEqualTo(Binding.of(Slots.HOME, parted));
  }

  @Test
  void secrets_without_their_keys_are_not_given_new_ones() {
    vault.put(Slots.ADAS, Slots.bytes("a token"));
    KeyPlace lost = KeyPlace.memory();

    assertThatThrownBy(() -> SealedVault.openOrBegin(lost, store, Slots.HOME))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("must be there: there are secrets");
    assertThat(lost.load()).isEmpty();
  }

  @Test
  void what_nobody_has_keys_for_is_not_opened() {
    assertThatThrownBy(() -> SealedVault.open(KeyPlace.memory(), store, Slots.HOME))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("must be there");
    assertThat(store.after(Optional.empty(), 1)).isEmpty();
  }
}
