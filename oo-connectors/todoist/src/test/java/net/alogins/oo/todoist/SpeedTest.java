package net.alogins.oo.todoist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.alogins.oo.signal.ConnectorException;
import org.junit.jupiter.api.Test;

/**
 * How long a sync of 10,000 tasks takes, of which some change. What is asserted leaves room for a
 * busy machine; what is printed is to be read.
 */
class SpeedTest {

  private static final int TASKS = 10_000;
  private static final int ROUNDS = 10;

  @Test
  void ten_thousand_tasks_are_synced_in_seconds_and_ten_changes_at_once() throws Exception {
    try (Desk desk = new Desk()) {
      for (int i = 0; i < TASKS; i++) {
        String due = "2026-03-%02d".formatted(1 + i % 28);
        desk.account.add(
            "Task number " + i,
            task -> {
              task.put("description", "Some words about what there is to do. ".repeat(5));
              task.put("due", FakeShapes.due(due, null, false));
              task.put("labels", List.of("home", "soon"));
            });
      }
      Duration first = timed(desk);
      assertThat(desk.mirror).hasSize(TASKS);
      List<String> keys = List.copyOf(desk.mirror.keySet());
      long[] incremental = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < 10; i++) {
          desk.account.change(keys.get(17 * i), task -> task.put("priority", 4));
        }
        incremental[round] = timed(desk).toMillis();
      }
      Arrays.sort(incremental);
      System.out.printf(
          "10,000 tasks: first sync %d ms; 10 changes: median %d ms, slowest %d ms of %d%n",
          first.toMillis(), incremental[ROUNDS / 2], incremental[ROUNDS - 1], ROUNDS);
      assertThat(first).isLessThan(Duration.ofSeconds(30));
      assertThat(incremental[ROUNDS / 2]).isLessThan(1000);
    }
  }

  private static Duration timed(Desk desk) throws ConnectorException, InterruptedException {
    long start = System.nanoTime();
    desk.fetch();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
