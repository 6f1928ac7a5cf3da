package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.vault.SealedVault;

/** Keys that are rotated while eight others read and write. */
final class Rotations {

  private static final int THREADS = 8;
  private static final int SECRETS = 24;
  private static final int ROTATIONS = 3;

  private final SealedVault vault;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicLong reads = new AtomicLong();

  private Rotations(SealedVault vault) {
    this.vault = vault;
  }

  /** Lets {@code rotating} rotate while others use {@code used}, of the same secrets and keys. */
  static void run(String name, SealedVault rotating, SealedVault used) throws Exception {
    Rotations rotations = new Rotations(used);
    rotations.fill();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Long>> busy = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int seed = thread;
      busy.add(threads.submit(() -> rotations.use(new SplittableRandom(seed))));
    }
    try {
      for (int i = 0; i < ROTATIONS; i++) {
        assertThat(rotating.rotate().unreadable()).isZero();
      }
    } finally {
      rotations.isOver.set(true);
      threads.shutdown();
    }
    for (Future<Long> one : busy) {
      assertThat(one.get()).isPositive();
    }
    assertThat(rotating.reseal().unreadable()).isZero();
    assertThat(rotating.forgetOldKeys()).isEqualTo(ROTATIONS);
    rotations.readAll();
    System.out.println(
        "vault on %s: %d rotations beside %d threads, %d reads, 0 failed"
            .formatted(name, ROTATIONS, THREADS, rotations.reads.get()));
  }

  private static Slot slot(int i) {
    return new Slot(new UserId("u" + i), "todoist", new ConnectionId("c" + i), Secret.ACCESS);
  }

  private void fill() {
    for (int i = 0; i < SECRETS; i++) {
      put(i);
    }
  }

  private void put(int i) {
    vault.put(slot(i), ("of " + i).getBytes(StandardCharsets.UTF_8));
  }

  private long use(SplittableRandom random) throws Exception {
    while (!isOver.get()) {
      if (random.nextInt(8) == 0) {
        put(random.nextInt(SECRETS));
      }
      read(random.nextInt(SECRETS));
    }
    return reads.get();
  }

  private void readAll() throws Exception {
    for (int i = 0; i < SECRETS; i++) {
      read(i);
    }
  }

  private void read(int i) throws Exception {
    assertThat(vault.use(slot(i), secret -> new String(secret, StandardCharsets.UTF_8)))
        .contains("of " + i);
    reads.incrementAndGet();
  }
}
