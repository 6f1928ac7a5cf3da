package net.alogins.oo.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Retracted;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/** The windows that will close, soonest first; made from the log, like everything else. */
final class Windows {

  /** A window that closes at {@code end}, unless it was answered by then. */
  record Window(Instant end, UserId user, TipId tip) {}

  private final PriorityQueue<Window> soonest =
      new PriorityQueue<>(Comparator.comparing(Window::end));

  synchronized void follow(List<Recorded> rows) {
    for (Recorded row : rows) {
      if (row.event() instanceof Decided decided) {
        soonest.add(new Window(decided.times().join(), decided.user(), decided.tip()));
      } else if (row.event() instanceof Retracted retracted) {
        soonest.add(new Window(retracted.at(), retracted.user(), retracted.tip()));
      }
    }
  }

  synchronized void putBack(List<Window> windows) {
    soonest.addAll(windows);
  }

  /** Takes up to {@code limit} windows whose end has come. */
  synchronized List<Window> due(Instant now, int limit) {
    List<Window> due = new ArrayList<>();
    while (due.size() < limit && !soonest.isEmpty() && !soonest.element().end().isAfter(now)) {
      due.add(soonest.remove());
    }
    return due;
  }
}
