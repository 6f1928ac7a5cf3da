package net.alogins.oo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.signal.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

  private static final int THREADS = 8;
  private static final int SECRETS = 200;
  private static final int ROTATIONS = 12;
  private static final int FEW = 5;

  @TempDir private Path directory;

  private final InMemorySecretStore store = new InMemorySecretStore();

  private KeyPlace keys() {
    return KeyPlace.file(directory.resolve("keys.json"));
  }

  private SealedVault vault() {
    return SealedVault.openOrBegin(keys(), store, Slots.HOME);
  }

  private static void fill(SealedVault vault, int secrets) {
    for (int i = 0; i < secrets; i++) {
      vault.put(Slots.number(i), Slots.bytes("of " + i));
    }
  }

  private static void assertReadable(SealedVault vault, int secrets) throws Exception {
    for (int i = 0; i < secrets; i++) {
      assertThat(Slots.read(vault, Slots.number(i))).isEqualTo("of " + i);
    }
  }

  @Test
  void a_rotation_seals_everything_anew_and_the_old_key_can_go() throws Exception {
    SealedVault vault = vault();
    fill(vault, FEW);
    List<SecretStore.Kept> before = store.after(Optional.empty(), FEW);

    assertThat(vault.rotate()).isEqualTo(new Resealed(FEW, 0));
    assertThat(store.after(Optional.empty(), FEW)).doesNotContainAnyElementsOf(before);
    assertReadable(vault, FEW);
    assertThat(vault.forgetOldKeys()).isEqualTo(1);
    assertThat(vault.forgetOldKeys()).isZero();
    assertReadable(vault, FEW);
    assertReadable(vault(), FEW);
    assertThat(keys().require().size()).isEqualTo(1);
  }

  @Test
  void nobody_fails_to_read_while_keys_are_rotated() throws Exception {
    SealedVault vault = vault();
    fill(vault, SECRETS);
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    AtomicLong writes = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> busy = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int seed = thread;
      busy.add(
          threads.submit(
              () -> {
                SplittableRandom random = new SplittableRandom(seed);
                while (!isOver.get()) {
                  int i = random.nextInt(SECRETS);
                  if (random.nextInt(4) == 0) {
                    vault.put(Slots.number(i), Slots.bytes("of " + i));
                    writes.incrementAndGet();
                  } else {
                    assertThat(Slots.read(vault, Slots.number(i))).isEqualTo("of " + i);
                    reads.incrementAndGet();
                  }
                }
                return true;
              }));
    }

    for (int rotation = 0; rotation < ROTATIONS; rotation++) {
      assertThat(vault.rotate().unreadable()).isZero();
      assertThat(vault.forgetOldKeys()).isEqualTo(1);
    }
    isOver.set(true);
    threads.shutdown();
    for (Future<?> one : busy) {
      assertThat(one.get()).isEqualTo(true);
    }
    assertReadable(vault, SECRETS);
    System.out.println(
        "vault: %d rotations beside %d threads, %d reads, 0 failed, %d writes"
            .formatted(ROTATIONS, THREADS, reads.get(), writes.get()));
  }

  /** The store, where a process dies before one of its calls. */
  private SecretStore dying(int calls) {
    AtomicInteger left = new AtomicInteger(calls);
    return new MeddledStore(
        store,
        slot -> {
          if (left.getAndDecrement() <= 0) {
            throw new IllegalStateException("died");
          }
        });
  }

  @Test
  void whenever_it_ends_everything_can_be_read_and_it_can_be_done_again() throws Exception {
    fill(vault(), FEW);
    for (int calls = 0; calls < FEW + 2; calls++) {
      SealedVault dying = SealedVault.open(keys(), dying(calls), Slots.HOME);
      assertThatThrownBy(dying::rotate).hasMessage("died");

      assertReadable(vault(), FEW);
      SealedVault forgetful = SealedVault.open(keys(), dying(calls), Slots.HOME);
      try {
        forgetful.forgetOldKeys();
      } catch (IllegalStateException died) {
        assertThat(died).hasMessage("died");
      }
      assertReadable(vault(), FEW);
    }

    assertThat(vault().rotate().unreadable()).isZero();
    vault().forgetOldKeys();
    assertReadable(vault(), FEW);
    assertThat(keys().require().size()).isEqualTo(1);
  }

  @Test
  void what_another_process_has_sealed_with_a_newer_key_is_read() throws Exception {
    SealedVault here = vault();
    fill(here, FEW);
    SealedVault there = vault();
    there.rotate();
    there.forgetOldKeys();

    assertReadable(here, FEW);
  }

  @Test
  void a_key_that_another_process_still_seals_with_is_not_forgotten() throws Exception {
    SealedVault here = vault();
    SealedVault there = vault();
    there.rotate();
    fill(here, FEW);

    assertThat(there.forgetOldKeys()).isZero();
    assertReadable(there, FEW);
    assertThat(there.reseal()).isEqualTo(new Resealed(FEW, 0));
    assertThat(there.forgetOldKeys()).isEqualTo(1);
    assertReadable(here, FEW);
  }

  @Test
  void what_cannot_be_read_is_left_as_it_is_and_counted() throws Exception {
    SealedVault vault = vault();
    fill(vault, FEW);
    Sealed damaged = store.find(Slots.number(1)).orElseThrow();
    store.put(Slots.number(0), damaged);

    assertThat(vault.rotate()).isEqualTo(new Resealed(FEW - 1, 1));
    assertThat(store.find(Slots.number(0))).contains(damaged);
    assertThat(vault.forgetOldKeys()).isZero();
    assertThatThrownBy(() -> Slots.read(vault, Slots.number(0))).isInstanceOf(VaultException.class);
    vault.remove(Slots.number(0).connection());
    assertThat(vault.forgetOldKeys()).isEqualTo(1);
  }

  @Test
  void what_is_written_during_a_rotation_is_not_undone_by_it() throws Exception {
    SealedVault vault = vault();
    fill(vault, FEW);
    AtomicBoolean isDone = new AtomicBoolean();
    SecretStore meddled =
        new MeddledStore(
            store,
            slot -> {
              if (slot.equals(Optional.of(Slots.number(2))) && !isDone.getAndSet(true)) {
                vault.put(Slots.number(2), Slots.bytes("newer"));
              }
            });
    SealedVault rotating = SealedVault.open(keys(), meddled, Slots.HOME);

    rotating.rotate();

    assertThat(Slots.read(vault, Slots.number(2))).isEqualTo("newer");
    assertThat(rotating.forgetOldKeys()).isEqualTo(1);
    assertThat(Slots.read(vault, Slots.number(2))).isEqualTo("newer");
  }
}
