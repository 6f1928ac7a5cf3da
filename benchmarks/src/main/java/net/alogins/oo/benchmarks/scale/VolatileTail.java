package net.alogins.oo.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Followers;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * A log whose latest rows are in memory alone, and are written to another one many at once, by a
 * thread of its own: to make a long past of real rows, without waiting for the disk with each.
 * Whatever is appended must be new. Close it, and the other log has every row, with the same
 * number.
 */
final class VolatileTail implements EventLog, AutoCloseable {

  private static final int AT_ONCE = 2048;
  private static final int TRIES = 5;
  private static final long MOST_ROWS = 1L << 40;

  private final EventLog kept;
  private final Predicate<UserId> areStrangers;
  private final Followers followers = new Followers();
  private final Map<String, Long> positions = new ConcurrentHashMap<>();
  private final ExecutorService writer = Executors.newSingleThreadExecutor();

  /** Who appends and tells the followers; whoever reads does not wait for them. */
  private final Object turn = new Object();

  private final List<Recorded> tail = new ArrayList<>();
  private long last;
  private int since;
  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

  /** Nobody else may append to {@code kept} until this is closed. Strangers have no rows at all. */
  VolatileTail(EventLog kept, Predicate<UserId> areStrangers) {
    this.kept = kept;
    this.areStrangers = areStrangers;
    for (long step = MOST_ROWS; step > 0; step /= 2) {
      last += kept.read(last + step - 1, 1).isEmpty() ? 0 : step;
    }
  }

  @Override
  public boolean isVolatile() {
    return true;
  }

  @Override
  public List<Appended> append(List<? extends Event> events) {
    synchronized (turn) {
      List<Recorded> rows = add(events);
      if (!rows.isEmpty()) {
        followers.tell(rows);
      }
      since += rows.size();
      if (since >= AT_ONCE) {
        write();
      }
      return rows.stream().map(row -> new Appended(Outcome.RECORDED, row.seq())).toList();
    }
  }

  private synchronized List<Recorded> add(List<? extends Event> events) {
    List<Recorded> rows = new ArrayList<>();
    events.forEach(event -> rows.add(new Recorded(++last, event)));
    tail.addAll(rows);
    return List.copyOf(rows);
  }

  /** Begins to write what is not written, once the last writing has ended. */
  private void write() {
    writing.join();
    List<Recorded> rows = unwritten();
    since = 0;
    writing = CompletableFuture.runAsync(() -> write(rows), writer);
  }

  private synchronized List<Recorded> unwritten() {
    return List.copyOf(tail);
  }

  private void write(List<Recorded> rows) {
    List<Appended> written = written(Recorded.events(Event.class, rows).toList());
    for (int i = 0; i < rows.size(); i++) {
      if (written.get(i).seq() != rows.get(i).seq()) {
        throw new IllegalStateException(
            "row %d must have that number but has %d"
                .formatted(rows.get(i).seq(), written.get(i).seq()));
      }
    }
    forget(rows.size());
  }

  private synchronized void forget(int count) {
    tail.subList(0, count).clear();
  }

  /** A disk that others use may keep it waiting for too long; to say it again is safe. */
  private List<Appended> written(List<Event> events) {
    for (int left = TRIES; left > 1; left--) {
      try {
        return kept.append(events);
      } catch (RuntimeException busy) {
        System.getLogger(VolatileTail.class.getName()).log(System.Logger.Level.WARNING, busy);
      }
    }
    return kept.append(events);
  }

  @Override
  public Following follow(Consumer<List<Recorded>> follower) {
    return followers.add(follower);
  }

  @Override
  public List<Recorded> read(long after, int limit) {
    return read(after, limit, row -> true, () -> kept.read(after, limit));
  }

  @Override
  public List<Recorded> read(UserId user, long after, int limit) {
    return areStrangers.test(user)
        ? List.of()
        : read(
            after,
            limit,
            row -> row.event().user().equals(user),
            () -> kept.read(user, after, limit));
  }

  @Override
  public List<Recorded> about(UserId user, TipId tip) {
    Predicate<Recorded> wanted =
        row ->
            row.event().user().equals(user) && row.event().about().filter(tip::equals).isPresent();
    return read(0, Integer.MAX_VALUE, wanted, () -> kept.about(user, tip));
  }

  private List<Recorded> read(
      long after, int limit, Predicate<Recorded> wanted, Supplier<List<Recorded>> stored) {
    List<Recorded> late;
    long first;
    synchronized (this) {
      first = last - tail.size() + 1;
      late = tail.stream().filter(row -> row.seq() > after && wanted.test(row)).toList();
    }
    List<Recorded> rows = new ArrayList<>();
    if (after + 1 < first) {
      stored.get().stream().filter(row -> row.seq() < first).forEach(rows::add);
    }
    rows.addAll(late);
    return rows.subList(0, Math.min(limit, rows.size()));
  }

  @Override
  public List<Recorded> decisions(UserId user, long before, int limit) {
    flush();
    return kept.decisions(user, before, limit);
  }

  @Override
  public OptionalLong position(String follower) {
    Long known = positions.get(follower);
    return known == null ? kept.position(follower) : OptionalLong.of(known);
  }

  @Override
  public void advance(String follower, long seq) {
    positions.merge(follower, seq, Math::max);
  }

  @Override
  public long trimmed() {
    return kept.trimmed();
  }

  @Override
  public void trim(long seq) {
    flush();
    kept.trim(seq);
  }

  private void flush() {
    synchronized (turn) {
      write();
      writing.join();
    }
  }

  /** Every row, and how far each follower has come, is in the other log then. */
  @Override
  public void close() {
    try {
      flush();
      positions.forEach(kept::advance);
    } finally {
      writer.shutdown();
    }
  }
}
