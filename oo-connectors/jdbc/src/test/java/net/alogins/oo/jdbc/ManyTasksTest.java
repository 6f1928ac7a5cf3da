package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.MemoryVault;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import net.alogins.oo.testkit.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with many tasks waits for; the figures are printed, the bounds are generous. */
@Timeout(120)
class ManyTasksTest {

  private static final UserId ADA = new UserId("ada");
  private static final int TASKS = 10_000;
  private static final int PAGE = 500;
  private static final int ROUNDS = 9;

  @TempDir private Path directory;

  private final ScriptedSystem there = new ScriptedSystem("list", PAGE);
  private final ManualScheduler scheduler = new ManualScheduler();

  private long sync() {
    long begun = System.nanoTime();
    scheduler.run();
    scheduler.run();
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private long change(int round) {
    IntStream.rangeClosed(1, 10)
        .forEach(i -> there.rename("t" + (i * 900), "Renamed " + round + "." + i));
    return sync();
  }

  @Test
  void ten_thousand_tasks_are_synced_within_seconds_and_ten_changes_at_once() {
    IntStream.rangeClosed(1, TASKS).forEach(i -> there.add("Task " + i));
    try (SqliteStores kept = SqliteStores.open(directory.resolve("oo.db"), new TenantId("home"))) {
      ConnectionStore store = JdbcConnectionStore.in(kept);
      try (Connections connections =
          Connections.to(there.connector())
              .keptIn(store, new MemoryVault())
              .scheduler(scheduler)
              .executor(scheduler)
              .open()) {
        Connection connection = new Connection(ConnectionId.random(), ADA, "list", "", false);
        assertThat(connections.connect(connection, there.secrets())).isPresent();

        long first = sync();
        assertThat(store.open(ADA)).hasSize(TASKS);
        long[] changes = IntStream.range(0, ROUNDS).mapToLong(this::change).sorted().toArray();

        System.out.printf(
            "connections: %d tasks synced in %d ms, 10 changes in %d ms (median of %d)%n",
            TASKS, first, changes[ROUNDS / 2], ROUNDS);
        assertThat(first).isLessThan(10_000);
        assertThat(changes[ROUNDS / 2]).as(Arrays.toString(changes)).isLessThan(2_000);
      }
    }
  }
}
