package net.alogins.oo.testkit;

import static net.alogins.oo.testkit.SampleEvents.decided;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.EventLog.Following;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What every log of events owes to its followers; part of {@link EventLogContract}. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class EventLogFollowersContract {

  private static final UserId ADA = new UserId("ada");
  private static final int ALL = 10_000;
  private static final int APPENDERS = 8;
  private static final int EACH = 25;

  /** Made by {@link EventLogContract}. */
  EventLogFollowersContract() {}

  /** A new, empty log; asked for once in each test. */
  protected abstract EventLog log() throws Exception;

  /** A follower that notes every row, and whether it was ever called twice at once. */
  private static final class Notes implements Consumer<List<Recorded>> {

    private final List<Recorded> rows = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean isCalled = new AtomicBoolean();
    private volatile boolean isDisturbed;

    @Override
    public void accept(List<Recorded> batch) {
      isDisturbed |= isCalled.getAndSet(true) || batch.isEmpty();
      rows.addAll(batch);
      isCalled.set(false);
    }

    List<Recorded> rows() {
      synchronized (rows) {
        return List.copyOf(rows);
      }
    }
  }

  private static List<Event> batch(int appender, int number) {
    UserId user = new UserId("user " + appender);
    TipId tip = new TipId(appender, number);
    return List.of(
        decided(user, tip), SampleEvents.reacted(user, tip, new ReactionId("press"), Kind.DONE));
  }

  /** Appends from many threads at once, each batch checked by {@code afterwards}. */
  private static void appendAtOnce(EventLog log, Consumer<List<Event>> afterwards)
      throws InterruptedException, ExecutionException {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < APPENDERS; i++) {
      int appender = i;
      work.add(
          () -> {
            for (int number = 0; number < EACH; number++) {
              log.append(batch(appender, number));
              afterwards.accept(batch(appender, number));
            }
            return true;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(APPENDERS);
    try {
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Event> events(List<Recorded> rows) {
    return rows.stream().map(Recorded::event).toList();
  }

  @Test
  void a_follower_sees_each_batch_before_the_append_returns() throws Exception {
    EventLog log = log();
    log.append(batch(1, 0));
    Notes notes = new Notes();
    log.follow(notes);
    assertThat(notes.rows()).isEmpty();

    log.append(batch(1, 1));
    assertThat(events(notes.rows())).isEqualTo(batch(1, 1));
    log.append(batch(1, 1));
    log.append(batch(1, 2));

    assertThat(notes.rows()).isEqualTo(log.read(0, ALL).subList(2, 6));
    assertThat(notes.isDisturbed).isFalse();
  }

  @Test
  void a_follower_sees_the_order_of_the_log_whoever_appends() throws Exception {
    EventLog log = log();
    Notes notes = new Notes();
    log.follow(notes);

    appendAtOnce(log, batch -> assertThat(events(notes.rows())).containsAll(batch));

    List<Recorded> all = log.read(0, ALL);
    assertThat(all).hasSize(2 * APPENDERS * EACH);
    assertThat(all).extracting(Recorded::seq).isSorted().doesNotHaveDuplicates();
    assertThat(notes.rows()).isEqualTo(all);
    assertThat(notes.isDisturbed).isFalse();
    for (int appender = 0; appender < APPENDERS; appender++) {
      List<Event> own = new ArrayList<>();
      for (int number = 0; number < EACH; number++) {
        own.addAll(batch(appender, number));
      }
      assertThat(events(log.read(new UserId("user " + appender), 0, ALL))).isEqualTo(own);
    }
  }

  @Test
  void a_batch_is_seen_whole_or_not_at_all() throws Exception {
    EventLog log = log();
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    log.follow(batch -> sizes.add(batch.size()));

    appendAtOnce(log, batch -> sizes.add(log.read(0, ALL).size()));

    assertThat(sizes).allMatch(size -> size % 2 == 0);
  }

  @Test
  void two_who_tell_the_same_fact_at_once_tell_it_once() throws Exception {
    EventLog log = log();
    Notes notes = new Notes();
    log.follow(notes);

    appendAtOnce(log, batch -> log.append(batch(0, 99)));

    assertThat(log.about(new UserId("user 0"), new TipId(0, 99))).hasSize(2);
    assertThat(notes.rows()).isEqualTo(log.read(0, ALL)).hasSize(2 * APPENDERS * EACH + 2);
  }

  @Test
  void a_follower_that_joins_late_misses_nothing_from_then_on() throws Exception {
    EventLog log = log();
    Notes late = new Notes();
    List<Recorded> before = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean joined = new AtomicBoolean();

    appendAtOnce(
        log,
        batch -> {
          if (batch.equals(batch(3, EACH / 2)) && !joined.getAndSet(true)) {
            log.follow(late);
            before.addAll(log.read(0, ALL));
          }
        });

    List<Recorded> all = log.read(0, ALL);
    List<Recorded> seen = late.rows();
    assertThat(seen).isEqualTo(all.subList(all.size() - seen.size(), all.size()));
    assertThat(before.size() + seen.size()).isGreaterThanOrEqualTo(all.size());
  }

  @Test
  void a_follower_may_read_the_log() throws Exception {
    EventLog log = log();
    List<Boolean> found = Collections.synchronizedList(new ArrayList<>());
    log.follow(batch -> batch.forEach(row -> found.add(isThere(log, row))));

    appendAtOnce(log, batch -> {});

    assertThat(found).hasSize(2 * APPENDERS * EACH).containsOnly(true);
  }

  private static boolean isThere(EventLog log, Recorded row) {
    UserId user = row.event().user();
    return log.read(user, row.seq() - 1, 1).equals(List.of(row))
        && log.read(row.seq() - 1, 1).equals(List.of(row))
        && log.about(user, row.event().about().orElseThrow()).contains(row);
  }

  @Test
  void a_follower_that_fails_disturbs_nobody() throws Exception {
    EventLog log = log();
    Notes first = new Notes();
    Notes last = new Notes();
    log.follow(first);
    log.follow(
        batch -> {
          throw new IllegalStateException("a broken follower");
        });
    log.follow(last);

    log.append(batch(1, 0));
    log.append(batch(1, 1));

    assertThat(log.read(0, ALL)).hasSize(4).isEqualTo(first.rows()).isEqualTo(last.rows());
  }

  @Test
  void a_follower_that_left_is_not_called() throws Exception {
    EventLog log = log();
    Notes gone = new Notes();
    Notes stays = new Notes();
    Following following = log.follow(gone);
    log.follow(stays);
    log.append(List.of(decided(ADA, new TipId(1, 1))));

    following.close();
    following.close();
    log.append(List.of(decided(ADA, new TipId(1, 2))));

    assertThat(gone.rows()).hasSize(1);
    assertThat(stays.rows()).hasSize(2);
  }
}
