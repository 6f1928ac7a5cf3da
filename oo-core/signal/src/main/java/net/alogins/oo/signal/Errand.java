package net.alogins.oo.signal;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Some work that others wait for as little as can be: it is done on another thread, once at a time,
 * and once more if it was asked for meanwhile.
 */
final class Errand {

  private final Executor executor;
  private final Runnable work;
  private boolean isAsked;
  private boolean isRunning;

  Errand(Executor executor, Runnable work) {
    this.executor = executor;
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
      executor.execute(this::run);
    } catch (RejectedExecutionException closing) {
      isRunning = false;
    }
  }

  private void run() {
    while (isNext()) {
      try {
        work.run();
      } catch (RuntimeException failed) {
        System.getLogger(Errand.class.getName())
            .log(Level.DEBUG, "it is tried again when it is asked for again", failed);
      }
    }
  }

  private synchronized boolean isNext() {
    isRunning = isAsked;
    isAsked = false;
    return isRunning;
  }
}
