package net.alogins.oo.internal;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.WindowClosed;

/** Closes the windows whose end has come, by a row each: the fold itself never reads a clock. */
final class Closing {

  private static final int AT_ONCE = 256;

  private final EventLog log;
  private final Fold fold;

  Closing(EventLog log, Fold fold) {
    this.log = log;
    this.fold = fold;
  }

  void close(Instant now) {
    List<Windows.Window> due = fold.windows().due(now, AT_ONCE);
    while (!due.isEmpty()) {
      log.append(due.stream().map(w -> new WindowClosed(w.user(), now, w.tip())).toList());
      fold.windows().remove(due);
      due = fold.windows().due(now, AT_ONCE);
    }
  }
}
