package net.alogins.oo.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * The decisions that wait for an answer until their window closes, soonest first: as many as were
 * left unanswered in the last day, and {@link Rules#MOST_JOINABLE} of a person, at most.
 */
final class Windows {

  /** A window that closes at {@code end}, unless it was answered by then. */
  record Window(Instant end, UserId user, TipId tip) implements Comparable<Window> {

    private static Window of(Joined joined) {
      return new Window(
          joined.decided().times().join(), joined.decided().user(), joined.decided().tip());
    }

    @Override
    public int compareTo(Window other) {
      int order = end.compareTo(other.end);
      order = order == 0 ? user.value().compareTo(other.user.value()) : order;
      return order == 0 ? tip.toString().compareTo(other.tip.toString()) : order;
    }
  }

  /** How many windows are written at most, over time, for each row of the log. */
  private static final int MOST_FOR_A_ROW = 16;

  private final SortedSet<Window> soonest = new TreeSet<>();

  /** What changed while the others are written, and whether it waits now. */
  private final Map<Window, Boolean> since = new LinkedHashMap<>();

  private boolean isFrozen;

  /** The decision waits from now on, or does so no more. */
  synchronized void update(Joined joined) {
    put(Window.of(joined), joined.isWaiting());
  }

  private void put(Window window, boolean isWaiting) {
    if (isFrozen) {
      since.put(window, isWaiting);
    } else if (isWaiting) {
      soonest.add(window);
    } else {
      soonest.remove(window);
    }
  }

  /** Up to {@code limit} windows whose end has come; none while they are written. */
  synchronized List<Window> due(Instant now, int limit) {
    return isFrozen || soonest.isEmpty() || soonest.first().end().isAfter(now)
        ? List.of()
        : soonest.stream().takeWhile(window -> !window.end().isAfter(now)).limit(limit).toList();
  }

  synchronized void remove(Collection<Window> closed) {
    closed.forEach(window -> put(window, false));
  }

  /** What is written stays as it is until {@link #thaw}; nobody waits for that. */
  synchronized void freeze() {
    isFrozen = true;
  }

  synchronized void thaw() {
    isFrozen = false;
    since.forEach(this::put);
    since.clear();
  }

  /** How many rows there must be between two snapshots, for each to cost no more than so much. */
  synchronized int rows() {
    return soonest.size() / MOST_FOR_A_ROW;
  }

  /** Only while it is frozen. */
  void write(DataOutputStream out) throws IOException {
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
    for (int left = in.readInt(); left > 0; left--) {
      Instant end = Instant.ofEpochMilli(in.readLong());
      windows.soonest.add(new Window(end, new UserId(in.readUTF()), Frame.readTip(in)));
    }
    return windows;
  }
}
