package net.alogins.oo.server;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariants I1 and I4: what was acknowledged is there after any kill, once, and is learned once.
 * {@code ./oo chaos kill} runs it.
 */
class KillTest {

  private static final int CYCLES = Integer.getInteger("oo.kills", 10);
  private static final String STORE = System.getProperty("oo.store", "sqlite");
  private static final long SEED = Long.getLong("oo.seed", new Random().nextLong());
  private static final int RECOLLECTED_EVERY = 100;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void no_acknowledged_reaction_is_lost_and_none_is_learned_twice() throws Exception {
    try (Storage storage = Storage.named(STORE, directory.resolve("data"))) {
      Trial trial = new Trial(Jvm.quick(), storage, directory, SEED);
      try {
        kill(trial);
      } finally {
        System.out.printf(
            "chaos kill: %d cycles on %s, %s (seed %d)%n", CYCLES, storage, trial.verdict(), SEED);
      }
    }
  }

  private static void kill(Trial trial) throws Exception {
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      trial.live(ServerProcess::kill);
      if (cycle % RECOLLECTED_EVERY == 0 || cycle == CYCLES) {
        trial.recollect();
      }
    }
  }
}
