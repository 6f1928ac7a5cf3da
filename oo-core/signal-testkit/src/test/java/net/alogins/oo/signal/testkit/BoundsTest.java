package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.ConnectionsBuilder;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What there is too little of: time, and threads. */
@Timeout(60)
class BoundsTest extends Synced {

  private ConnectionsBuilder builder() {
    return Connections.to(there.connector())
        .keptIn(store, vault)
        .clock(clock)
        .scheduler(scheduler)
        .executor(scheduler);
  }

  /** The test's system answers ten changes at a time, and takes a while for each answer. */
  @Test
  void a_sync_that_takes_too_long_is_gone_on_with_by_the_next() {
    there.beforeAnswer(() -> spin(Duration.ofMillis(2)));
    try (Connections brief = builder().longestSync(Duration.ofMillis(1)).open()) {
      ConnectionId id = connect(brief, there, false);
      sync();
      assertThat(standing(id).trouble()).contains(ConnectorException.Kind.UNAVAILABLE);
      assertThat(store.open(ADA)).hasSize(10);

      IntStream.range(0, 2).forEach(i -> sync());

      assertThat(store.open(ADA)).hasSize(25);
      assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
    }
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_sync_is_given_some_time() {
    assertThatThrownBy(() -> builder().longestSync(Duration.ZERO))
        .hasMessage("a sync must be given some time but was given PT0S");
  }

  @Test
  void a_sync_for_which_there_is_no_thread_is_not_lost() {
    Refusing threads = new Refusing();
    try (Connections crowded = builder().executor(threads).open()) {
      List<ConnectionId> ids =
          IntStream.range(0, 6).mapToObj(i -> connect(crowded, there, false)).toList();
      sync();
      assertThat(threads.refused).isPositive();

      threads.isCrowded = false;
      sync();
      sync();

      assertThat(ids).allMatch(id -> standing(id).synced().isPresent());
    }
  }

  /** A host's threads, of which there are none left for a while. */
  private final class Refusing extends AbstractExecutorService {

    private boolean isCrowded = true;
    private int refused;

    @Override
    public void execute(Runnable work) {
      if (isCrowded) {
        refused++;
        throw new RejectedExecutionException("there is no thread left");
      }
      scheduler.execute(work);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }
}
