package net.alogins.oo.jdbc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread that looks, again and again, at what others write to a database. */
final class Watch implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Watch.class.getName());
  private static final Duration PERIOD = Duration.ofMillis(25);
  private static final Duration PERIOD_OF_FAILURE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Runnable looking;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "oo-postgres-watch");
  private volatile boolean isFailing;

  private Watch(Runnable looking) {
    this.looking = looking;
  }

  static Watch on(Runnable looking) {
    Watch watch = new Watch(looking);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private void run() {
    try {
      while (!isClosingWithin(isFailing ? PERIOD_OF_FAILURE : PERIOD)) {
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
