package net.alogins.oo.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Entries of many callers, handled together by one of them.
 *
 * <p>There is no thread for it. Callers queue up; whoever gets the turn handles all that are
 * queued, wakes those it served, and wakes the first of the rest to go on. Those who were served go
 * away without another lock, so that they can come back with the next entry while the next group is
 * on its way. A new leader gives them a moment to do so, a tenth of what the last group took, or
 * else every second group would be its own entry alone.
 */
final class Groups<E> {

  private static final int SHARE = 10;
  private static final long PAUSE_NANOS = 20_000;

  private final Consumer<List<E>> handler;
  private final int most;
  private final LongSupplier ticker;
  private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final ReentrantLock turn = new ReentrantLock();
  private int lastSize = 1;
  private long lastNanos;

  /** {@code handler} takes up to {@code most} entries at a time, and must not throw. */
  Groups(int most, Consumer<List<E>> handler) {
    this(most, handler, System::nanoTime);
  }

  /** The same by another monotonic clock, in nanoseconds. */
  Groups(int most, Consumer<List<E>> handler, LongSupplier ticker) {
    this.most = most;
    this.handler = handler;
    this.ticker = ticker;
  }

  /** One caller's entry. */
  private final class Entry {

    private final E value;
    private final Thread caller = Thread.currentThread();
    private volatile boolean isDone;

    Entry(E value) {
      this.value = value;
    }

    void wake() {
      LockSupport.unpark(caller);
    }
  }

  /** Returns once {@code value} was handled; an interrupt waits until then. */
  void handle(E value) {
    Entry own = new Entry(value);
    queue.add(own);
    size.incrementAndGet();
    boolean interrupted = Thread.interrupted();
    while (!own.isDone) {
      if (turn.tryLock()) {
        lead();
      } else {
        LockSupport.park(this);
      }
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many wait to be handled. */
  int waiting() {
    return size.get();
  }

  /** Whether the current thread is handling a group just now. */
  boolean isMine() {
    return turn.isHeldByCurrentThread();
  }

  /** Another may have handled it all just before this caller's turn. */
  private void lead() {
    List<Entry> group = List.of();
    try {
      gather();
      group = next();
      if (!group.isEmpty()) {
        handle(group);
      }
    } finally {
      group.forEach(entry -> entry.isDone = true);
      turn.unlock();
      Optional.ofNullable(queue.peek()).ifPresent(Entry::wake);
      group.forEach(Entry::wake);
    }
  }

  private void gather() {
    long end = ticker.getAsLong() + lastNanos / SHARE;
    while (size.get() < lastSize && ticker.getAsLong() < end) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  private List<Entry> next() {
    List<Entry> group = new ArrayList<>();
    for (Entry one = queue.poll(); one != null; one = queue.poll()) {
      group.add(one);
      if (group.size() == most) {
        break;
      }
    }
    size.addAndGet(-group.size());
    return group;
  }

  private void handle(List<Entry> group) {
    long start = ticker.getAsLong();
    try {
      handler.accept(group.stream().map(entry -> entry.value).toList());
    } finally {
      lastSize = group.size();
      lastNanos = ticker.getAsLong() - start;
    }
  }
}
