package net.alogins.oo.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/** The rows of a log in order, and by identity. */
final class Rows {

  /** What makes an event the same fact. */
  record Identity(UserId user, String identity) {

    static Identity of(Event event) {
      return new Identity(event.user(), event.identity());
    }
  }

  private final List<Recorded> rows = new ArrayList<>();
  private final Map<UserId, List<Recorded>> byUser = new HashMap<>();
  private long last;
  private long trimmed;
  private long forgotten;

  /** The new rows of {@code events}. */
  List<Recorded> add(List<Event> events) {
    List<Recorded> fresh = events.stream().map(event -> new Recorded(++last, event)).toList();
    rows.addAll(fresh);
    fresh.forEach(row -> of(row.event().user()).add(row));
    return fresh;
  }

  /** The row that has the identity of {@code event}. */
  Optional<Recorded> find(Event event) {
    List<Recorded> mine = of(event.user());
    for (int i = mine.size() - 1; i >= 0 && mine.get(i).seq() > forgotten; i--) {
      Event other = mine.get(i).event();
      if (other.about().equals(event.about()) && other.identity().equals(event.identity())) {
        return Optional.of(mine.get(i));
      }
    }
    return Optional.empty();
  }

  /** Knows no identity any more, as a careless store would after a restart. */
  void forgetIdentities() {
    forgotten = last;
  }

  private List<Recorded> of(UserId user) {
    return byUser.computeIfAbsent(user, u -> new ArrayList<>());
  }

  /** Up to {@code limit} rows of {@code user}. */
  List<Recorded> where(UserId user, Predicate<Recorded> wanted, int limit) {
    return of(user).stream().filter(wanted).limit(limit).toList();
  }

  /** Up to {@code limit} rows after {@code after}. */
  List<Recorded> after(long after, int limit) {
    int from = (int) Math.min(rows.size(), Math.max(0, after - trimmed));
    return List.copyOf(rows.subList(from, Math.min(rows.size(), from + limit)));
  }

  long trimmed() {
    return trimmed;
  }

  void trim(long seq) {
    List<Recorded> gone = rows.subList(0, (int) Math.max(0, Math.min(rows.size(), seq - trimmed)));
    gone.forEach(row -> of(row.event().user()).remove(0));
    trimmed += gone.size();
    gone.clear();
  }
}
