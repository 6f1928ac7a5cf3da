package net.alogins.oo.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Followers;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.jspecify.annotations.Nullable;

/** A log in memory: it forgets when the process ends, and grows without bound until then. */
public final class InMemoryEventLog implements EventLog {

  private final List<Recorded> rows = new ArrayList<>();

  /** Each person's rows in order, by what makes an event the same fact. */
  private final Map<UserId, Map<Object, Recorded>> byUser = new HashMap<>();

  private final Map<String, Long> positions = new HashMap<>();
  private final Followers followers = new Followers();

  /** Who appends and tells the followers; whoever reads does not wait for them. */
  private final Object turn = new Object();

  private long trimmed;

  /** An empty log. */
  public InMemoryEventLog() {}

  @Override
  public boolean isVolatile() {
    return true;
  }

  @Override
  public List<Appended> append(List<? extends Event> events) {
    List<Recorded> fresh = new ArrayList<>(events.size());
    synchronized (turn) {
      List<Appended> outcomes = append(events, fresh);
      if (!fresh.isEmpty()) {
        followers.tell(Collections.unmodifiableList(fresh));
      }
      return outcomes;
    }
  }

  private synchronized List<Appended> append(List<? extends Event> events, List<Recorded> fresh) {
    List<Appended> outcomes = new ArrayList<>(events.size());
    events.forEach(event -> outcomes.add(append(event, fresh)));
    return outcomes;
  }

  private Appended append(Event event, List<Recorded> fresh) {
    Recorded row = new Recorded(trimmed + rows.size() + 1, event);
    Object key = key(event);
    Map<Object, Recorded> mine = byUser.getOrDefault(event.user(), Map.of());
    Recorded known = mine.get(key);
    if (known != null) {
      boolean same = known.event().repeatedBy(event);
      return new Appended(
          same ? Appended.Outcome.REPEATED : Appended.Outcome.CONFLICT, known.seq());
    }
    byUser.put(event.user(), mine.isEmpty() ? Map.of(key, row) : with(mine, key, row));
    rows.add(row);
    fresh.add(row);
    return new Appended(Appended.Outcome.RECORDED, row.seq());
  }

  /** What tells it from the others of a person: an identity, not spelled out if it can be. */
  private static Object key(Event event) {
    return event instanceof Decided decided ? decided.tip() : event.identity();
  }

  private static Map<Object, Recorded> with(Map<Object, Recorded> mine, Object key, Recorded row) {
    Map<Object, Recorded> more = mine.size() == 1 ? new LinkedHashMap<>(mine) : mine;
    more.put(key, row);
    return more;
  }

  @Override
  public Following follow(Consumer<List<Recorded>> follower) {
    return followers.add(follower);
  }

  @Override
  public synchronized List<Recorded> read(long after, int limit) {
    int from = (int) Math.min(Math.max(0, after - trimmed), rows.size());
    return List.copyOf(rows.subList(from, from + Math.min(rows.size() - from, limit)));
  }

  @Override
  public synchronized List<Recorded> read(UserId user, long after, int limit) {
    List<Recorded> later = of(user, row -> row.seq() <= after);
    return later.subList(0, Math.min(limit, later.size()));
  }

  @Override
  public synchronized List<Recorded> about(UserId user, TipId tip) {
    return of(user, row -> row.event().about().filter(tip::equals).isEmpty());
  }

  @Override
  public synchronized List<Recorded> decisions(UserId user, long before, int limit) {
    List<Recorded> newestFirst =
        of(user, row -> row.seq() >= before || !(row.event() instanceof Decided));
    Collections.reverse(newestFirst);
    return newestFirst.subList(0, Math.min(limit, newestFirst.size()));
  }

  private List<Recorded> of(UserId user, Predicate<Recorded> others) {
    List<Recorded> mine =
        new ArrayList<>(byUser.getOrDefault(user, Collections.emptyMap()).values());
    mine.removeIf(others);
    return mine;
  }

  @Override
  public synchronized OptionalLong position(String follower) {
    Long known = positions.get(follower);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  @Override
  public synchronized void advance(String follower, long seq) {
    positions.put(follower, seq);
  }

  @Override
  public synchronized long trimmed() {
    return trimmed;
  }

  @Override
  public synchronized void trim(long seq) {
    int count = (int) Math.max(0, Math.min(rows.size(), seq - trimmed));
    List<Recorded> gone = rows.subList(0, count);
    gone.forEach(
        row -> byUser.computeIfPresent(row.event().user(), (user, mine) -> without(mine, row)));
    gone.clear();
    trimmed += count;
  }

  private static @Nullable Map<Object, Recorded> without(Map<Object, Recorded> mine, Recorded row) {
    return mine.size() > 1 && mine.keySet().remove(key(row.event())) ? mine : null;
  }
}
