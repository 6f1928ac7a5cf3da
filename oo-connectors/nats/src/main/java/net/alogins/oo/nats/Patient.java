package net.alogins.oo.nats;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A thread that does something over and over; when it fails, later and later. */
final class Patient implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Patient.class.getName());
  private static final Duration LEAST = Duration.ofMillis(50);
  private static final Duration MOST = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** What is done; it returns when it is to be begun anew, at once. */
  interface Work {
    void run(AtomicBoolean closing) throws InterruptedException;
  }

  private final String name;
  private final Work work;
  private final Runnable failed;
  private final Thread thread;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean isTroubled;
  private volatile Duration pause = LEAST;

  Patient(String name, Work work, Runnable failed) {
    this.name = name;
    this.work = work;
    this.failed = failed;
    this.thread = new Thread(this::loop, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether it failed the last time, and tries again. */
  boolean isTroubled() {
    return isTroubled;
  }

  /** It does well: the next failure is the first one. */
  void well() {
    if (isTroubled) {
      LOGGER.log(Level.INFO, name + " goes on");
    }
    isTroubled = false;
    pause = LEAST;
  }

  private void loop() {
    try {
      while (!closing.get()) {
        tryOnce();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryOnce() throws InterruptedException {
    try {
      work.run(closing);
    } catch (RuntimeException failure) {
      if (closing.get()) {
        return;
      }
      say(failure);
      failed.run();
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      pause = pause.multipliedBy(2).compareTo(MOST) > 0 ? MOST : pause.multipliedBy(2);
    }
  }

  private void say(RuntimeException failure) {
    Level level = isTroubled ? Level.DEBUG : Level.WARNING;
    LOGGER.log(level, name + " tries again: " + failure.getMessage());
    LOGGER.log(Level.DEBUG, name, failure);
    isTroubled = true;
  }

  @Override
  public void close() {
    closing.set(true);
    closed.countDown();
    try {
      thread.join(CLOSING.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
