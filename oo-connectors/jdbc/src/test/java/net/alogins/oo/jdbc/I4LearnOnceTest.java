package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * I4, the part of the log: of many hosts that write one log by themselves and in transactions of
 * their own, every follower and every reader sees each committed fact exactly once, in one order
 * without holes, and nothing that was rolled back. {@code -Doo.learnOnce.seconds=600} for longer.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = ThreadMode.SEPARATE_THREAD)
class I4LearnOnceTest {

  private static final int HOSTS = 3;
  private static final int WRITERS = 8;
  private static final int SHARED = 400;
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("oo.learnOnce.seconds", 4));

  private final Set<String> committed = ConcurrentHashMap.newKeySet();
  private final Set<String> undone = ConcurrentHashMap.newKeySet();
  private final List<List<Recorded>> seen = new ArrayList<>();
  private final List<PostgresStores> hosts = new ArrayList<>();
  private PostgresOpened opened;
  private long end;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
    for (int i = 0; i < HOSTS; i++) {
      PostgresStores host = opened.another();
      hosts.add(host);
      List<Recorded> followed = Collections.synchronizedList(new ArrayList<>());
      host.stores().log().follow(followed::addAll);
      seen.add(followed);
    }
    end = System.nanoTime() + LENGTH.toNanos();
  }

  @AfterEach
  void close() {
    hosts.forEach(PostgresStores::close);
    opened.close();
  }

  @Test
  void every_committed_fact_is_seen_once_by_all_in_one_order() throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < HOSTS * WRITERS; i++) {
      int writer = i;
      EventLog log = hosts.get(writer % HOSTS).stores().log();
      work.add(() -> writeAlone(log, writer));
    }
    for (int i = 0; i < WRITERS; i++) {
      int writer = HOSTS * WRITERS + i;
      work.add(() -> writeJoined(hosts.get(writer % HOSTS), writer));
    }
    for (PostgresStores host : hosts) {
      List<Recorded> read = Collections.synchronizedList(new ArrayList<>());
      seen.add(read);
      work.add(() -> readPages(host.stores().log(), read));
    }
    runAtOnce(work);

    List<Recorded> all = opened.stores().log().read(0, Integer.MAX_VALUE);
    assertThat(all).extracting(I4LearnOnceTest::key).doesNotHaveDuplicates();
    assertThat(new HashSet<>(all.stream().map(I4LearnOnceTest::key).toList())).isEqualTo(committed);
    assertThat(all)
        .extracting(Recorded::seq)
        .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
    undone.removeAll(committed);
    assertThat(undone).isNotEmpty();
    for (List<Recorded> rows : seen) {
      await().untilAsserted(() -> assertThat(rows).hasSameSizeAs(all));
      assertThat(rows).isEqualTo(all);
    }
  }

  private static String key(Recorded row) {
    return key(row.event());
  }

  private static String key(Event event) {
    return event.user().value() + " " + event.identity();
  }

  private static void runAtOnce(List<Callable<Boolean>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** A fact of this writer alone or, every fifth, one that all of them tell. */
  private static List<Event> facts(SplittableRandom random, int writer, int number) {
    List<Event> facts = new ArrayList<>();
    facts.add(fact(writer, number));
    if (random.nextInt(5) == 0) {
      facts.add(fact(-1, random.nextInt(SHARED)));
    }
    return facts;
  }

  private static Event fact(int writer, int number) {
    return new WindowClosed(
        new UserId("user " + number % 50), Instant.EPOCH, new TipId(writer, number));
  }

  private boolean writeAlone(EventLog log, int writer) {
    SplittableRandom random = new SplittableRandom(writer);
    for (int number = 0; System.nanoTime() < end; number++) {
      List<Event> facts = facts(random, writer, number);
      tellUntilKnown(log, facts);
      facts.forEach(fact -> committed.add(key(fact)));
    }
    return true;
  }

  /** An append that fails, as it met an open transaction, is told again. */
  private static void tellUntilKnown(EventLog log, List<Event> facts) {
    while (true) {
      try {
        assertThat(log.append(facts)).allMatch(one -> one.outcome() != Outcome.CONFLICT);
        return;
      } catch (StoreException met) {
        Thread.onSpinWait();
      }
    }
  }

  private boolean writeJoined(PostgresStores host, int writer) throws SQLException {
    SplittableRandom random = new SplittableRandom(writer);
    try (Connection connection = opened.connection()) {
      connection.setAutoCommit(false);
      for (int number = 0; System.nanoTime() < end; number++) {
        List<Event> facts = facts(random, writer, number);
        List<Appended> outcomes = host.joining(connection).append(facts);
        assertThat(outcomes).allMatch(one -> one.outcome() != Outcome.CONFLICT);
        LockSupport.parkNanos(random.nextLong(30_000_000));
        finish(connection, facts, random.nextInt(3) > 0);
      }
    }
    return true;
  }

  private void finish(Connection connection, List<Event> facts, boolean isCommitted)
      throws SQLException {
    if (isCommitted) {
      connection.commit();
      facts.forEach(fact -> committed.add(key(fact)));
    } else {
      connection.rollback();
      facts.forEach(fact -> undone.add(key(fact)));
    }
  }

  private boolean readPages(EventLog log, List<Recorded> read) {
    long last = 0;
    long idle = System.nanoTime();
    while (System.nanoTime() - idle < Duration.ofSeconds(2).toNanos() || System.nanoTime() < end) {
      List<Recorded> page = log.read(last, 50);
      if (!page.isEmpty()) {
        read.addAll(page);
        last = page.get(page.size() - 1).seq();
        idle = System.nanoTime();
      }
    }
    return true;
  }
}
