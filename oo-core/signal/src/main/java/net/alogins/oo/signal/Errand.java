package net.alogins.oo.signal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Some work that others wait for as little as can be: it is done on another thread, once at a time,
 * and once more if it was asked for meanwhile. When it fails, that is said once, and it is tried
 * again from time to time until it does not.
 */
final class Errand {

  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Logger LOG = System.getLogger(Errand.class.getName());

  private final Workers workers;
  private final String name;
  private final Runnable work;
  private boolean isAsked;
  private boolean isRunning;
  private volatile boolean isTroubled;

  Errand(Workers workers, String name, Runnable work) {
    this.workers = workers;
    this.name = name;
    this.work = work;
  }

  /** Has it done soon, unless the threads are being ended. */
  synchronized void ask() {
    isAsked = true;
    if (isRunning) {
      return;
    }
    isRunning = true;
    try {
      workers.executor().execute(this::run);
    } catch (RejectedExecutionException busy) {
      isRunning = false;
      askLater();
    }
  }

  /** Whether it has failed the last time. */
  boolean isTroubled() {
    return isTroubled;
  }

  private void run() {
    while (isNext()) {
      try {
        work.run();
        isTroubled = false;
      } catch (RuntimeException failed) {
        say(failed);
        isTroubled = true;
        askLater();
      }
    }
  }

  /** Without its words, which may hold a person's. */
  private void say(RuntimeException failed) {
    Level level = isTroubled ? Level.DEBUG : Level.WARNING;
    LOG.log(level, "{0} failed, {1}; it is tried again", name, failed.getClass().getName());
    LOG.log(Level.DEBUG, name + " failed", failed);
  }

  private void askLater() {
    try {
      Future<?> unused = workers.timer().schedule(this::ask, AGAIN.toSeconds(), TimeUnit.SECONDS);
    } catch (RejectedExecutionException closing) {
      LOG.log(Level.DEBUG, "{0} is not tried again: the threads are being ended", name);
    }
  }

  private synchronized boolean isNext() {
    isRunning = isAsked;
    isAsked = false;
    return isRunning;
  }
}
