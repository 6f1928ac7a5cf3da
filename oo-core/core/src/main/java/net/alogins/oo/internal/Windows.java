package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * The decisions that wait for an answer until their window closes, soonest first: as many as were
 * left unanswered in the last day, and {@link Rules#MOST_JOINABLE} of a person, at most.
 */
final class Windows {

  /** A window that closes at {@code end}, unless it was answered by then. */
  record Window(Instant end, UserId user, TipId tip) {

    private static Window of(Joined joined) {
      return new Window(
          joined.decided().times().join(), joined.decided().user(), joined.decided().tip());
    }
  }

  private final NavigableSet<Window> soonest =
      new TreeSet<>(
          Comparator.comparing(Window::end)
              .thenComparing(window -> window.user().value())
              .thenComparing(window -> window.tip().toString()));

  /** The decision waits from now on, or does so no more. */
  synchronized void update(Joined joined) {
    if (joined.isWaiting()) {
      soonest.add(Window.of(joined));
    } else {
      soonest.remove(Window.of(joined));
    }
  }

  /** Up to {@code limit} windows whose end has come. */
  synchronized List<Window> due(Instant now, int limit) {
    return soonest.stream().takeWhile(window -> !window.end().isAfter(now)).limit(limit).toList();
  }

  synchronized void remove(Collection<Window> closed) {
    closed.forEach(soonest::remove);
  }

  synchronized Windows copy() {
    Windows copy = new Windows();
    copy.soonest.addAll(soonest);
    return copy;
  }

  synchronized void write(DataOutputStream out) throws IOException {
    Frame.writeAll(
        out,
        soonest,
        window -> {
          out.writeLong(window.end().toEpochMilli());
          out.writeUTF(window.user().value());
          Frame.write(out, window.tip());
        });
  }

  static Windows read(DataInputStream in) throws IOException {
    Windows windows = new Windows();
    windows.soonest.addAll(Frame.readAll(in, Windows::readWindow));
    return windows;
  }

  private static Window readWindow(DataInputStream in) throws IOException {
    return new Window(
        Instant.ofEpochMilli(in.readLong()), new UserId(in.readUTF()), Frame.readTip(in));
  }
}
