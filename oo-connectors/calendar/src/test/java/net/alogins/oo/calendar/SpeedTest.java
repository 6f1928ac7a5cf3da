package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a long list takes here, when it has come. */
class SpeedTest {

  private static final int TASKS = 10_000;

  @Test
  void ten_thousand_tasks_are_read_within_seconds() throws Exception {
    long start = System.nanoTime();
    int read = 0;
    for (int i = 0; i < TASKS; i++) {
      byte[] text =
          Ics.todo(
              "SUMMARY:Task " + i,
              "DUE;TZID=Europe/Berlin:20261128T120000",
              "CATEGORIES:home",
              "PRIORITY:5",
              "X-OWN:1",
              i % 10 == 0 ? "RRULE:FREQ=DAILY" : "STATUS:NEEDS-ACTION");
      read += Ics.task(text).isPresent() ? 1 : 0;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf("%d tasks in %d ms%n", read, took.toMillis());

    assertThat(read).isEqualTo(TASKS);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
  }
}
