package net.alogins.oo.internal;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.WindowClosed;

/**
 * Closes the windows whose end has come, by a row each: the fold itself never reads a clock.
 *
 * @param log where they are closed
 * @param fold what knows them
 */
record Closing(EventLog log, Fold fold) {

  private static final int AT_ONCE = 256;

  void close(Instant now) {
    List<Windows.Window> due = fold.state().windows().due(now, AT_ONCE);
    while (!due.isEmpty()) {
      log.append(due.stream().map(w -> new WindowClosed(w.user(), now, w.tip())).toList());
      fold.state().windows().remove(due);
      due = fold.state().windows().due(now, AT_ONCE);
    }
  }
}
