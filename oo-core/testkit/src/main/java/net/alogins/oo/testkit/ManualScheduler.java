package net.alogins.oo.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A scheduler without threads: what it was given runs when {@link #run} is called, and there. No
 * delay is waited for; what repeats runs once in each call.
 */
public final class ManualScheduler extends AbstractExecutorService
    implements ScheduledExecutorService {

  private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean isShutdown;

  /** A scheduler with nothing to do. */
  public ManualScheduler() {}

  private static final class Work<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {

    private final boolean isRepeated;

    Work(Callable<V> work, boolean isRepeated) {
      super(work);
      this.isRepeated = isRepeated;
    }

    @Override
    public boolean isPeriodic() {
      return isRepeated;
    }

    /** Whether it is to run again. */
    boolean isAgain() {
      if (isRepeated) {
        return runAndReset();
      }
      run();
      return false;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  /** Runs everything that waits now; what that brings about waits for the next call. */
  public void run() {
    List<Work<?>> now = new ArrayList<>();
    for (Work<?> work = waiting.poll(); work != null; work = waiting.poll()) {
      now.add(work);
    }
    now.stream().filter(Work::isAgain).forEach(waiting::add);
  }

  private <V> Work<V> waiting(Work<V> work) {
    add(work);
    return work;
  }

  private void add(Work<?> work) {
    if (isShutdown) {
      throw new RejectedExecutionException("a scheduler must not be used after its shutdown");
    }
    waiting.add(work);
  }

  @Override
  public void execute(Runnable work) {
    add(new Work<>(Executors.callable(work), false));
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
    return waiting(new Work<>(Executors.callable(work), false));
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
    return waiting(new Work<>(work, false));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable work, long initial, long period, TimeUnit unit) {
    return waiting(new Work<>(Executors.callable(work), true));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable work, long initial, long delay, TimeUnit unit) {
    return waiting(new Work<>(Executors.callable(work), true));
  }

  @Override
  public void shutdown() {
    isShutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    isShutdown = true;
    List<Runnable> never = new ArrayList<>(waiting);
    waiting.clear();
    return never;
  }

  @Override
  public boolean isShutdown() {
    return isShutdown;
  }

  @Override
  public boolean isTerminated() {
    return isShutdown && waiting.isEmpty();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return isTerminated();
  }
}
