package net.alogins.oo.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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

  /** What makes an event the same fact. */
  private record Key(UserId user, String identity) {}

  private final List<Recorded> rows = new ArrayList<>();
  private final Map<UserId, List<Recorded>> byUser = new HashMap<>();
  private final Map<Key, Recorded> byIdentity = new HashMap<>();
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
    List<Recorded> fresh = new ArrayList<>();
    synchronized (turn) {
      List<Appended> outcomes = append(events, fresh);
      if (!fresh.isEmpty()) {
        followers.tell(List.copyOf(fresh));
      }
      return outcomes;
    }
  }

  private synchronized List<Appended> append(List<? extends Event> events, List<Recorded> fresh) {
    return events.stream().map(event -> append(event, fresh)).toList();
  }

  private Appended append(Event event, List<Recorded> fresh) {
    Key key = new Key(event.user(), event.identity());
    Recorded known = byIdentity.get(key);
    if (known != null) {
      boolean same = known.event().repeatedBy(event);
      return new Appended(
          same ? Appended.Outcome.REPEATED : Appended.Outcome.CONFLICT, known.seq());
    }
    Recorded row = new Recorded(trimmed + rows.size() + 1, event);
    rows.add(row);
    byUser.computeIfAbsent(event.user(), user -> new ArrayList<>()).add(row);
    byIdentity.put(key, row);
    fresh.add(row);
    return new Appended(Appended.Outcome.RECORDED, row.seq());
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
    return of(user, row -> row.seq() > after).stream().limit(limit).toList();
  }

  @Override
  public synchronized List<Recorded> about(UserId user, TipId tip) {
    return of(user, row -> row.event().about().filter(tip::equals).isPresent());
  }

  @Override
  public synchronized List<Recorded> decisions(UserId user, long before, int limit) {
    List<Recorded> newestFirst =
        new ArrayList<>(of(user, row -> row.seq() < before && row.event() instanceof Decided));
    Collections.reverse(newestFirst);
    return List.copyOf(newestFirst.subList(0, Math.min(limit, newestFirst.size())));
  }

  private List<Recorded> of(UserId user, Predicate<Recorded> wanted) {
    return byUser.getOrDefault(user, List.of()).stream().filter(wanted).toList();
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
    gone.forEach(this::forget);
    gone.clear();
    trimmed += count;
  }

  private void forget(Recorded row) {
    UserId user = row.event().user();
    byIdentity.remove(new Key(user, row.event().identity()));
    byUser.computeIfPresent(user, (u, mine) -> without(mine, row));
  }

  private static @Nullable List<Recorded> without(List<Recorded> mine, Recorded first) {
    mine.remove(first);
    return mine.isEmpty() ? null : mine;
  }
}
