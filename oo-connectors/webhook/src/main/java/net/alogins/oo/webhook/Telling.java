package net.alogins.oo.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;

/**
 * Tells of a person's tips: the log is what there is to be told, and the cursor of a connection is
 * the row up to which it was told. So what could not be told is told again, and nothing else has to
 * be kept. A few are told at once, and where that ends is kept before the next.
 *
 * @param log what has happened
 */
record Telling(EventLog log) {

  private static final String ROW = "row ";
  private static final int PAGE = 256;
  private static final int MOST_AT_ONCE = 10;

  /** Nobody wants to hear of what is older. */
  private static final Duration NEWS = Duration.ofDays(7);

  /** How one is told. */
  @FunctionalInterface
  interface Way {
    void tell(String id, byte[] body) throws ConnectorException, InterruptedException;
  }

  /** Tells what has happened since {@code since}; at first nothing. */
  Fetch on(Access access, Optional<Cursor> since, Way way)
      throws ConnectorException, InterruptedException {
    OptionalLong told = since.map(Telling::row).orElse(OptionalLong.empty());
    if (told.isPresent()) {
      return from(told.getAsLong(), access, way);
    }
    Fetch.Page nothing = since.isEmpty() ? Fetch.everything(List.of()) : Fetch.changes(List.of());
    return nothing.then(cursor(end(access.user())));
  }

  private static OptionalLong row(Cursor cursor) {
    return cursor.value().startsWith(ROW)
        ? OptionalLong.of(Long.parseLong(cursor.value().substring(ROW.length())))
        : OptionalLong.empty();
  }

  private static Cursor cursor(long row) {
    return new Cursor(ROW + row);
  }

  /** The last row of a person. */
  private long end(UserId user) {
    long end =
        log.decisions(user, Long.MAX_VALUE, 1).stream()
            .mapToLong(Recorded::seq)
            .findFirst()
            .orElse(0);
    List<Recorded> rows = log.read(user, end, PAGE);
    while (!rows.isEmpty()) {
      end = rows.get(rows.size() - 1).seq();
      rows = log.read(user, end, PAGE);
    }
    return end;
  }

  private Fetch from(long row, Access access, Way way)
      throws ConnectorException, InterruptedException {
    long told = row;
    int count = 0;
    for (Recorded next : log.read(access.user(), row, PAGE)) {
      Optional<Tiding> tiding = Tiding.of(next.event()).filter(some -> isNews(some, access));
      try {
        if (tiding.isPresent()) {
          way.tell(tiding.get().id(access.connection()), tiding.get().body());
          count++;
        }
      } catch (ConnectorException failure) {
        if (count == 0) {
          throw failure;
        }
        return Fetch.changes(List.of()).more(cursor(told));
      }
      told = next.seq();
      if (count == MOST_AT_ONCE) {
        break;
      }
    }
    return told == row
        ? Fetch.changes(List.of()).then(cursor(told))
        : Fetch.changes(List.of()).more(cursor(told));
  }

  private static boolean isNews(Tiding tiding, Access access) {
    return tiding.event().at().isAfter(access.now().minus(NEWS));
  }
}
