package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to stop while it is busy finishes what it began. */
class StopTest {

  private static final int STOPS = Integer.getInteger("oo.stops", 5);
  private static final long SEED = Long.getLong("oo.seed", new Random().nextLong());

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void no_answer_is_cut_off_and_no_acknowledged_reaction_is_lost() throws Exception {
    try (Storage storage = Storage.named("sqlite", directory.resolve("data"))) {
      Trial trial = new Trial(Jvm.quick(), storage, directory, SEED);
      try {
        for (int stop = 0; stop < STOPS; stop++) {
          trial.live(ServerProcess::stop);
          assertThat(trial.cut()).as("answers cut off by stop %d", stop).isZero();
        }
        trial.recollect();
      } finally {
        System.out.printf(
            "graceful stop: %d stops, %d answers cut off, %s (seed %d)%n",
            STOPS, trial.cut(), trial.verdict(), SEED);
      }
    }
  }
}
