package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariant I1: what was acknowledged before a power cut is there after it, as long as the disk is
 * whole. {@code ./oo chaos power} runs it.
 */
class PowerTest {

  private static final int CUTS = Integer.getInteger("oo.cuts", 3);
  private static final String STORE = System.getProperty("oo.store", "sqlite");
  private static final long SEED = Long.getLong("oo.seed", new Random().nextLong());
  private static final int MEGABYTES = 512;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @BeforeEach
  void needsDisks() {
    Optional<String> objection = Disk.objection();
    objection.ifPresent(reason -> System.out.println("chaos power: not tried: " + reason));
    assumeTrue(objection.isEmpty(), () -> objection.orElse(""));
  }

  @Test
  void no_acknowledged_reaction_is_lost_to_a_power_cut() throws Exception {
    String control = careless();
    Path folder = Files.createDirectory(directory.resolve("careful"));
    try (Disk disk = Disk.fresh(folder, MEGABYTES);
        Storage storage = Storage.named(STORE, disk.folder().resolve("data"))) {
      Trial trial = new Trial(Jvm.quick(), storage, folder, SEED);
      try {
        for (int cut = 1; cut <= CUTS; cut++) {
          cut(trial, disk, storage);
          trial.recollect();
        }
      } finally {
        System.out.printf(
            "chaos power: %d cuts on %s, %s; %s (seed %d)%n",
            CUTS, storage, trial.verdict(), control, SEED);
      }
    }
  }

  private static void cut(Trial trial, Disk disk, Storage storage) throws Exception {
    trial.live(
        server -> {
          cut(disk, trial);
          server.kill();
          storage.kill();
        });
    disk.restart();
    storage.start();
  }

  private static void cut(Disk disk, Trial trial) {
    try {
      disk.cut(trial::listenNoMore);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What the same cuts do where nothing calls fsync: one of them must lose something. */
  private String careless() throws Exception {
    for (int cut = 1; cut <= CUTS; cut++) {
      Path folder = Files.createDirectory(directory.resolve("careless" + cut));
      try (Disk disk = Disk.fresh(folder, MEGABYTES);
          Storage storage = Storage.careless(STORE, disk.folder().resolve("data"))) {
        Trial trial = new Trial(Jvm.quick(), storage, folder, SEED + cut);
        cut(trial, disk, storage);
        if (trial.lost() > 0) {
          return "without fsync cut %d lost %d of %d"
              .formatted(cut, trial.lost(), trial.acknowledged());
        }
      }
    }
    return fail("vacuous: a store that never calls fsync lost nothing in %d power cuts", CUTS);
  }
}
