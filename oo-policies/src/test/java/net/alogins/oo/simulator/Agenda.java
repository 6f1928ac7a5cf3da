package net.alogins.oo.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What is to be done behind the path: done by whoever calls {@link #runDue}, and not before. */
final class Agenda extends AbstractExecutorService implements ScheduledExecutorService {

  private static final int MOST = 8;

  private final Time time;
  private final PriorityQueue<Entry<?>> entries =
      new PriorityQueue<>(
          Comparator.<Entry<?>>comparingLong(entry -> entry.at)
              .thenComparingLong(entry -> entry.number));
  private long numbers;

  Agenda(Time time) {
    this.time = time;
  }

  /** Something to do at a time of the monotonic clock, and every so often after that. */
  private final class Entry<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {

    private final long number = numbers++;
    private final long period;
    private long at;

    Entry(Callable<V> work, long delay, long period) {
      super(work);
      this.at = time.nanos() + delay;
      this.period = period;
    }

    @Override
    public boolean isPeriodic() {
      return period > 0;
    }

    @Override
    public void run() {
      if (!isPeriodic()) {
        super.run();
      } else if (runAndReset()) {
        at = time.nanos() + period;
        enqueue(this);
      }
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - time.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  private void enqueue(Entry<?> entry) {
    entries.removeIf(Entry::isCancelled);
    entries.add(entry);
    Violation.unless(entries.size() <= MOST, "I14", "%d things wait on one thread", entries.size());
  }

  private <V> Entry<V> enqueued(Entry<V> entry) {
    enqueue(entry);
    return entry;
  }

  /** Does everything that was due when it was called. */
  void runDue() {
    long now = time.nanos();
    for (int left = entries.size(); left > 0 && !entries.isEmpty(); left--) {
      if (entries.element().at > now) {
        return;
      }
      entries.remove().run();
    }
  }

  @Override
  public void execute(Runnable work) {
    enqueue(new Entry<>(callable(work), 0, 0));
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
    return schedule(callable(work), delay, unit);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
    return enqueued(new Entry<>(work, unit.toNanos(delay), 0));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable work, long first, long period, TimeUnit unit) {
    return scheduleWithFixedDelay(work, first, period, unit);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable work, long first, long delay, TimeUnit unit) {
    return enqueued(new Entry<>(callable(work), unit.toNanos(first), unit.toNanos(delay)));
  }

  private static Callable<Boolean> callable(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }

  @Override
  public void shutdown() {
    entries.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
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
    return true;
  }
}
