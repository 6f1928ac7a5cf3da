package net.alogins.oo.benchmarks.hot;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A thread that learns so many rows a second, one by one, until it is closed. */
final class Learner implements AutoCloseable {

  private static final double NANOS = 1e9;
  private static final long NAP = 20_000;

  private final Play<?> play;
  private final int perSecond;
  private final long begin = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(3);
  private volatile boolean isClosed;
  private volatile long learned;

  private final CompletableFuture<Void> end;

  /** Begins at once. */
  Learner(Play<?> play, int perSecond) {
    this.play = play;
    this.perSecond = perSecond;
    this.end = CompletableFuture.runAsync(this::learn, task -> new Thread(task, "learner").start());
  }

  private double seconds() {
    return (System.nanoTime() - begin) / NANOS;
  }

  private void learn() {
    long count = 0;
    while (!isClosed) {
      if (count < seconds() * perSecond) {
        play.learn(1, random);
        learned = ++count;
      } else {
        LockSupport.parkNanos(NAP);
      }
    }
  }

  /** How many a second it came to, up to now. */
  double rate() {
    return learned / seconds();
  }

  @Override
  public void close() {
    isClosed = true;
    end.join();
  }
}
