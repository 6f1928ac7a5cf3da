package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest {

  private final ManualScheduler scheduler = new ManualScheduler();
  private final List<String> done = new ArrayList<>();

  @Test
  void nothing_happens_until_it_is_told_to() {
    scheduler.execute(() -> done.add("once"));
    Future<?> repeated =
        scheduler.scheduleWithFixedDelay(() -> done.add("again"), 0, 30, TimeUnit.SECONDS);
    assertThat(repeated).isNotDone();
    assertThat(done).isEmpty();

    scheduler.run();
    scheduler.run();
    assertThat(done).containsExactly("once", "again", "again");
  }

  @Test
  void what_is_brought_about_waits_for_the_next_time() {
    scheduler.execute(() -> scheduler.execute(() -> done.add("later")));

    scheduler.run();
    assertThat(done).isEmpty();
    scheduler.run();
    assertThat(done).containsExactly("later");
  }

  @Test
  void what_is_cancelled_or_fails_does_not_run_again() {
    Future<?> cancelled =
        scheduler.scheduleAtFixedRate(() -> done.add("x"), 0, 1, TimeUnit.SECONDS);
    cancelled.cancel(false);
    Future<?> failing =
        scheduler.scheduleAtFixedRate(
            () -> {
              done.add("failed");
              throw new IllegalStateException("on purpose");
            },
            0,
            1,
            TimeUnit.SECONDS);

    scheduler.run();
    scheduler.run();
    assertThat(done).containsExactly("failed");
    assertThat(failing).isDone();
  }

  @Test
  void it_can_be_ended() throws Exception {
    Future<String> waiting = scheduler.schedule(() -> "value", 1, TimeUnit.HOURS);
    scheduler.run();
    assertThat(waiting.get()).isEqualTo("value");

    scheduler.execute(() -> done.add("never"));
    assertThat(scheduler.shutdownNow()).hasSize(1);
    assertThat(scheduler.isTerminated()).isTrue();
    assertThatThrownBy(() -> scheduler.execute(() -> done.add("never")))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
