package net.alogins.oo.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What happens behind the path, on one thread: followers when woken, and a tick now and then. */
final class Background implements AutoCloseable {

  private static final Log LOG = new Log(Background.class);
  private static final Duration TICK = Duration.ofSeconds(30);

  private final ScheduledExecutorService scheduler;
  private final List<Follower> followers;
  private final Runnable saving;
  private final Runnable housekeeping;
  private volatile Optional<ScheduledFuture<?>> ticking = Optional.empty();
  private final AtomicBoolean isAwake = new AtomicBoolean();
  private volatile boolean isClosed;

  Background(
      ScheduledExecutorService scheduler,
      List<Follower> followers,
      Runnable saving,
      Runnable housekeeping) {
    this.scheduler = scheduler;
    this.followers = List.copyOf(followers);
    this.saving = saving;
    this.housekeeping = housekeeping;
  }

  /** Begins to tick. */
  void start() {
    ScheduledFuture<?> tick =
        scheduler.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    ticking = Optional.of(tick);
  }

  List<Follower> followers() {
    return followers;
  }

  /** There are new rows; more that come within a millisecond are not worth another wake. */
  void wake() {
    if (!isClosed && isAwake.compareAndSet(false, true)) {
      try {
        var unused = scheduler.schedule(() -> follow(), 1, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        isAwake.set(false);
      }
    }
  }

  private synchronized void tick() {
    guarded(housekeeping);
    follow();
  }

  /**
   * One thread at a time, however many the scheduler has. Each follower takes a page in turn, and
   * then what is due is saved: a log that is written without a pause puts off neither. Whoever may
   * have more to take keeps it awake.
   */
  private synchronized void follow() {
    do {
      isAwake.set(false);
      followers.forEach(each -> guarded(() -> isAwake.compareAndSet(false, each.takePage())));
      guarded(saving);
    } while (isAwake.get());
  }

  private void guarded(Runnable work) {
    try {
      if (!isClosed) {
        work.run();
      }
    } catch (RuntimeException | Error failure) {
      LOG.warning("work behind the path failed", failure);
    }
  }

  @Override
  public void close() {
    isClosed = true;
    ticking.ifPresent(tick -> tick.cancel(false));
  }
}
