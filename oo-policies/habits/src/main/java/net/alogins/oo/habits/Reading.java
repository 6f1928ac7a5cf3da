package net.alogins.oo.habits;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;

/**
 * Goes through the log at its own pace and remembers there how far it came. What is too far behind
 * leaps to where the log is, and forgets: everything it knows can be read again.
 */
final class Reading implements AutoCloseable {

  /** The name under which the log keeps its place. */
  static final String NAME = "habits";

  /** So many rows are not worth to be gone through: who comes back is read by themselves. */
  static final int FAR = 4096;

  private static final System.Logger LOGGER = System.getLogger(Reading.class.getName());
  private static final int PAGE = 256;
  private static final int NOTED_EVERY = 1024;
  private static final Duration TICK = Duration.ofSeconds(1);

  private final EventLog log;
  private final People people;
  private final ScheduledExecutorService scheduler;
  private final AtomicBoolean isAwake = new AtomicBoolean();
  private final AtomicLong newest = new AtomicLong();
  private final EventLog.Following following;
  private final ScheduledFuture<?> ticking;
  private volatile long position;
  private volatile boolean isTroubled;
  private volatile boolean isClosed;
  private long noted;

  Reading(EventLog log, People people, ScheduledExecutorService scheduler) {
    this.log = log;
    this.people = people;
    this.scheduler = scheduler;
    this.position = Math.max(log.trimmed(), log.position(NAME).orElse(0));
    this.noted = position;
    this.following = log.follow(this::heard);
    this.ticking =
        scheduler.scheduleWithFixedDelay(this::take, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Rows that it has not taken, as far as is known. */
  long lag() {
    return Math.max(0, newest.get() - position);
  }

  /** Whether it could not read the log, and tries again. */
  boolean isTroubled() {
    return isTroubled;
  }

  /** On the thread of whoever has written: no more than a bell, once for a millisecond. */
  private void heard(List<Recorded> batch) {
    newest.accumulateAndGet(batch.get(batch.size() - 1).seq(), Math::max);
    if (!isClosed && isAwake.compareAndSet(false, true)) {
      try {
        var unused = scheduler.schedule(this::take, 1, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException ended) {
        isAwake.set(false);
      }
    }
  }

  private synchronized void take() {
    isAwake.set(false);
    try {
      while (!isClosed && takePage()) {
        noteNowAndThen();
      }
      isTroubled = false;
    } catch (RuntimeException failure) {
      Level level = isTroubled ? Level.DEBUG : Level.WARNING;
      LOGGER.log(level, "habits could not be read and are tried again", failure);
      isTroubled = true;
    }
  }

  private boolean takePage() {
    if (lag() > FAR) {
      people.forget();
      position = newest.get();
    }
    List<Recorded> page = log.read(position, PAGE);
    for (Recorded row : page) {
      people.take(row, log);
      position = row.seq();
    }
    return !page.isEmpty();
  }

  private void noteNowAndThen() {
    if (position - noted >= NOTED_EVERY) {
      note();
    }
  }

  private void note() {
    if (position > noted) {
      log.advance(NAME, position);
      noted = position;
    }
  }

  /** Reads no more, and remembers how far it came, if that can be. */
  @Override
  public void close() {
    following.close();
    isClosed = true;
    ticking.cancel(false);
    synchronized (this) {
      try {
        note();
      } catch (RuntimeException away) {
        LOGGER.log(Level.DEBUG, "how far habits were read is not noted", away);
      }
    }
  }
}
