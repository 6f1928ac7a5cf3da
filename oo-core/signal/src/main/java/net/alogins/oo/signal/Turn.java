package net.alogins.oo.signal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The right of a sync to change something of its connection: until the sync has ended, or its
 * person has disconnected or let it in anew meanwhile.
 */
final class Turn {

  /** How long the end of a sync that is not wanted any more is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Optional<Thread> thread = Optional.empty();
  private boolean isOver;
  private long over;

  /** It is on this thread that the sync runs. */
  synchronized void begin() {
    requireGoing();
    thread = Optional.of(Thread.currentThread());
  }

  /**
   * Makes a change.
   *
   * @throws CancellationException if it is over
   */
  synchronized void change(Runnable change) {
    requireGoing();
    change.run();
  }

  /**
   * Does nothing.
   *
   * @throws CancellationException if it is over
   */
  synchronized void requireGoing() {
    if (isOver) {
      throw new CancellationException("somebody has disconnected or reconnected meanwhile");
    }
  }

  /** Changes nothing any more from here on; what its sync waits for, it waits for no longer. */
  synchronized void end() {
    isOver = true;
    over = System.nanoTime();
    thread.filter(other -> !isCurrent(other)).ifPresent(Thread::interrupt);
  }

  /** Whether its sync, which has not returned, is worth waiting for. */
  synchronized boolean isAwaited() {
    return thread.filter(other -> !isCurrent(other)).isPresent()
        && System.nanoTime() - over < PATIENCE.toNanos();
  }

  /** Takes back the interruption, which was meant for its sync alone. */
  synchronized void returned() {
    boolean unused = isOver && Thread.interrupted();
    thread = Optional.empty();
  }

  private static boolean isCurrent(Thread thread) {
    return thread.equals(Thread.currentThread());
  }
}
