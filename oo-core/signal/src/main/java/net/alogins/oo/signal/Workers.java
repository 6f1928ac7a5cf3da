package net.alogins.oo.signal;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of the syncs: the host's, which are left alone, or our own, which are ended. */
record Workers(
    ExecutorService executor,
    boolean ownsExecutor,
    ScheduledExecutorService timer,
    boolean ownsTimer)
    implements AutoCloseable {

  private static final int CLOSE_SECONDS = 5;

  static Workers of(
      Optional<ExecutorService> executor, Optional<ScheduledExecutorService> scheduler) {
    return new Workers(
        executor.orElseGet(() -> Executors.newCachedThreadPool(named("oo-sync"))),
        executor.isEmpty(),
        scheduler.orElseGet(Workers::ownTimer),
        scheduler.isEmpty());
  }

  private static ScheduledExecutorService ownTimer() {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("oo-sync-timer"));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    if (ownsTimer) {
      timer.shutdownNow();
    }
    if (ownsExecutor) {
      executor.shutdownNow();
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      boolean unused = executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
