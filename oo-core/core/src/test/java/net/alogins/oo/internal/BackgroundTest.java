package net.alogins.oo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryEventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  private static final int ROWS = 2_000;

  private final EventLog log = new InMemoryEventLog();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
  private final AtomicInteger kept = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    scheduler.shutdownNow();
  }

  private void append(long number) {
    log.append(
        List.of(new WindowClosed(new UserId("ada"), Instant.EPOCH, new TipId(number, number))));
  }

  private Background background(Follower... followers) {
    return new Background(scheduler, List.of(followers), kept::incrementAndGet, () -> {});
  }

  private Follower follower(String name, Follower.Step step) {
    return new Follower(name, log, 0, step);
  }

  @Test
  void a_log_that_is_written_without_a_pause_puts_off_nobody() throws Exception {
    Follower other = follower("other", row -> {});
    List<Long> seen = new ArrayList<>();
    Follower endless =
        follower(
            "endless",
            row -> {
              if (row.seq() < ROWS) {
                append(row.seq() + 1);
              } else {
                seen.add((long) kept.get());
                seen.add(other.position());
                end.countDown();
              }
            });
    for (int i = 1; i <= 256; i++) {
      append(-i);
    }

    background(endless, other).wake();

    assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(seen.get(0)).isGreaterThan(2);
    assertThat(seen.get(1)).isGreaterThan(ROWS / 2);
  }

  @Test
  void after_the_end_no_page_is_begun() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    for (int i = 0; i < ROWS; i++) {
      append(i);
    }
    Background[] self = new Background[1];
    self[0] =
        background(
            follower(
                "busy",
                row -> {
                  taken.incrementAndGet();
                  self[0].close();
                }));

    self[0].wake();
    scheduler.shutdown();

    assertThat(scheduler.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(taken.get()).isPositive().isLessThan(ROWS);
    assertThat(kept.get()).isZero();
  }
}
