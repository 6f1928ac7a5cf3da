package net.alogins.oo.internal;

import java.time.Instant;
import java.util.List;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.internal.Windows.Window;

/** Closes the windows whose end has come, by a row each: the fold itself never reads a clock. */
final class Closing {

  private static final int AT_ONCE = 256;

  private final EventLog log;
  private final Fold fold;
  private final Windows windows;

  Closing(EventLog log, Fold fold, Windows windows) {
    this.log = log;
    this.fold = fold;
    this.windows = windows;
  }

  void close(Instant now) {
    List<Window> due = windows.due(now, AT_ONCE);
    while (!due.isEmpty()) {
      append(due, now);
      due = windows.due(now, AT_ONCE);
    }
  }

  private void append(List<Window> due, Instant now) {
    List<WindowClosed> closed =
        due.stream()
            .filter(window -> isUnanswered(window, now))
            .map(window -> new WindowClosed(window.user(), now, window.tip()))
            .toList();
    if (closed.isEmpty()) {
      return;
    }
    try {
      log.append(closed);
    } catch (RuntimeException outage) {
      windows.putBack(due);
      throw outage;
    }
  }

  private boolean isUnanswered(Window window, Instant now) {
    Joined joined = fold.view(window.user()).person().ledger().joined().get(window.tip());
    return joined != null && joined.isWaiting() && !now.isBefore(joined.decided().times().join());
  }
}
