package net.alogins.oo.internal;

import java.util.List;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;

/**
 * Something that happens behind the path: it reads the log at its own pace, remembers how far it
 * came, and tries again from there. Where several processes share the log one of them does it for
 * all, but for shadows: each learns what it ranks with.
 */
final class Follower {

  private static final Log LOG = new Log(Follower.class);
  private static final int PAGE = 256;

  /** What is done with each row: at least once, in order. */
  interface Step {
    void take(Recorded row) throws Exception;
  }

  private final String name;
  private final EventLog log;
  private final Step step;
  private volatile long position;
  private volatile boolean isStuck;

  Follower(String name, EventLog log, long position, Step step) {
    this.name = name;
    this.log = log;
    this.position = position;
    this.step = step;
  }

  String name() {
    return name;
  }

  /** Whether the row after its position could not be taken. */
  boolean isStuck() {
    return isStuck;
  }

  /** The last row that was taken. */
  long position() {
    return position;
  }

  /** Takes the next page of rows, until one fails; whether there may be more to take. */
  boolean takePage() {
    position = step instanceof Shadow ? position : log.position(name).orElse(position);
    List<Recorded> page = isMine() ? log.read(position, PAGE) : List.of();
    boolean isMore = !page.isEmpty() && takeAll(page);
    if (!page.isEmpty()) {
      log.advance(name, position);
    }
    return isMore && !Thread.currentThread().isInterrupted();
  }

  private boolean isMine() {
    return step instanceof Shadow || log.leads(name);
  }

  private boolean takeAll(List<Recorded> page) {
    for (Recorded row : page) {
      if (!isMine()) {
        return false;
      }
      try {
        step.take(row);
      } catch (Exception | Error failure) {
        sayOnce(row, failure);
        return false;
      }
      position = row.seq();
      isStuck = false;
    }
    return true;
  }

  private void sayOnce(Recorded row, Throwable failure) {
    if (!isStuck) {
      isStuck = true;
      LOG.warning(name + " could not take row " + row.seq() + " and will try again", failure);
    }
  }
}
