package net.alogins.oo.jdbc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread that looks at a database, again and again. */
final class Watch implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Watch.class.getName());
  private static final Duration PERIOD_OF_FAILURE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Duration period;
  private final Runnable looking;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean isFailing;

  private Watch(String name, Duration period, Runnable looking) {
    this.period = period;
    this.looking = looking;
    this.thread = new Thread(this::run, name);
  }

  /** One called {@code name}, which looks once in {@code period}. */
  static Watch on(String name, Duration period, Runnable looking) {
    Watch watch = new Watch(name, period, looking);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private void run() {
    try {
      while (!isClosingWithin(isFailing ? PERIOD_OF_FAILURE : period)) {
        look();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosingWithin(Duration time) throws InterruptedException {
    return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      looking.run();
      isFailing = false;
    } catch (RuntimeException failure) {
      if (!isFailing && closing.getCount() > 0) {
        LOGGER.log(System.Logger.Level.WARNING, "the log must be readable, trying again", failure);
      }
      isFailing = true;
    }
  }

  boolean hasEnded() {
    return !thread.isAlive() && !isFailing;
  }

  /** Returns when the thread has ended, or after a second; then it ends with its connection. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
