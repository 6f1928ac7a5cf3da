package net.alogins.oo.nats;

import net.alogins.oo.event.EventLog;

/** Where a log ends: found with some tens of reads of one row. */
final class End {

  private End() {}

  /** The last row of {@code log}, which is {@code from} or a later one. */
  static long of(EventLog log, long from) {
    long step = 1;
    while (!log.read(from + step, 1).isEmpty()) {
      step *= 2;
    }
    long least = from + step / 2;
    long most = from + step;
    while (most - least > 1) {
      long middle = least + (most - least) / 2;
      if (log.read(middle, 1).isEmpty()) {
        most = middle;
      } else {
        least = middle;
      }
    }
    return log.read(least, 1).isEmpty() ? least : log.read(least, 1).get(0).seq();
  }
}
