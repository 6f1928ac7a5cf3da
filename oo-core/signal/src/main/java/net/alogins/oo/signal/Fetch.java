package net.alogins.oo.signal;

import java.util.List;

/**
 * One answer of another system: what has changed, and where to go on. There is none without its
 * cursor: {@code Fetch.changes(…).then(cursor)}.
 *
 * @param changes in the order in which they are to be applied; the last word on a task counts
 * @param next where the next fetch goes on
 * @param isLast whether everything up to now has been told
 * @param startsOver whether a list of everything begins with this answer and ends with the next one
 *     that is the last: what it does not name is gone
 */
public record Fetch(List<Change> changes, Cursor next, boolean isLast, boolean startsOver) {

  /** The most changes in one answer. */
  public static final int MOST_CHANGES = 10_000;

  public Fetch {
    changes = List.copyOf(changes);
    if (changes.size() > MOST_CHANGES) {
      throw new IllegalArgumentException(
          "fetch must have at most " + MOST_CHANGES + " changes but had " + changes.size());
    }
  }

  /** An answer that says what has changed since the cursor. */
  public static Page changes(List<Change> changes) {
    return new Page(changes, false);
  }

  /** The first answer of a list of everything that is open. */
  public static Page everything(List<Change> changes) {
    return new Page(changes, true);
  }

  /** An answer that lacks its cursor. */
  public static final class Page {

    private final List<Change> changes;
    private final boolean startsOver;

    private Page(List<Change> changes, boolean startsOver) {
      this.changes = changes;
      this.startsOver = startsOver;
    }

    /** There is nothing more to be told now; the next sync goes on at {@code next}. */
    public Fetch then(Cursor next) {
      return new Fetch(changes, next, true, startsOver);
    }

    /** There is more to be told, from {@code next} on. */
    public Fetch more(Cursor next) {
      return new Fetch(changes, next, false, startsOver);
    }
  }
}
