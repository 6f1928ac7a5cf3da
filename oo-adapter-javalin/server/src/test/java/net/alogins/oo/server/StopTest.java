package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
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
  void readiness_goes_first() throws Exception {
    Path tasks = Files.writeString(directory.resolve("todo.txt"), "Water the plants\n");
    try (ServerProcess server =
        ServerProcess.serving(
            "--data-dir",
            directory.resolve("data").toString(),
            "--port",
            "0",
            "--tasks",
            tasks.toString(),
            "--notice",
            "300")) {
      Client client = new Client(server.address());
      assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);

      server.tellToStop();

      await().until(() -> client.get("/health/ready").statusCode() == 503);
      assertThat(client.post("/v1/tips", "{}").statusCode()).isEqualTo(201);
      assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

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
