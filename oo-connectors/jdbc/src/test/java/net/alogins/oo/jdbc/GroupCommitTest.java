package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {

  private static final int CALLERS = 24;
  private static final int EACH = 50;
  private static final UserId ADA = new UserId("ada");

  @TempDir private Path directory;
  private Opened opened;

  @BeforeEach
  void open() {
    opened = new Opened(directory);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  /** What every caller tells, and what only this one does, in one append. */
  private static List<Event> facts(int caller, int number) {
    return List.of(
        SampleEvents.decided(ADA, new TipId(0, number)),
        SampleEvents.decided(ADA, new TipId(caller + 1, number)));
  }

  private static List<Appended> tellAtOnce(EventLog log) throws Exception {
    List<Callable<List<Appended>>> work = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      work.add(
          () -> {
            List<Appended> outcomes = new ArrayList<>();
            for (int number = 0; number < EACH; number++) {
              outcomes.addAll(log.append(facts(caller, number)));
            }
            return outcomes;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Appended> all = new ArrayList<>();
      for (Future<List<Appended>> told : threads.invokeAll(work)) {
        all.addAll(told.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void numbers_have_no_holes_whoever_repeats_what() throws Exception {
    EventLog log = opened.stores().log();
    List<Recorded> followed = Collections.synchronizedList(new ArrayList<>());
    log.follow(followed::addAll);

    List<Appended> outcomes = tellAtOnce(log);

    int facts = (CALLERS + 1) * EACH;
    assertThat(outcomes.stream().filter(one -> one.outcome() == Outcome.RECORDED)).hasSize(facts);
    assertThat(outcomes.stream().filter(one -> one.outcome() == Outcome.REPEATED))
        .hasSize((CALLERS - 1) * EACH);
    assertThat(followed)
        .extracting(Recorded::seq)
        .isEqualTo(LongStream.rangeClosed(1, facts).boxed().toList());
    assertThat(opened.again().log().read(0, 2 * facts)).isEqualTo(followed);
  }

  @Test
  void how_far_a_follower_came_is_committed_with_what_others_append() throws Exception {
    EventLog log = opened.stores().log();
    CountDownLatch isQueued = new CountDownLatch(1);
    List<OptionalLong> known = Collections.synchronizedList(new ArrayList<>());
    log.follow(
        rows -> {
          known.add(log.position("scores"));
          awaited(isQueued);
        });
    Thread first = begun(() -> log.append(facts(1, 1)));
    await().until(() -> known.size() == 1);
    List<Thread> others =
        List.of(begun(() -> log.append(facts(2, 2))), begun(() -> log.advance("scores", 2)));

    await().until(() -> others.stream().allMatch(each -> each.getState() == Thread.State.WAITING));
    isQueued.countDown();
    first.join();
    for (Thread other : others) {
      other.join();
    }

    assertThat(known).containsExactly(OptionalLong.empty(), OptionalLong.of(2));
  }

  @Test
  void a_change_that_fails_fails_nobody_else() throws Exception {
    try (SqliteFile file = SqliteFile.open(directory.resolve("other.db"))) {
      file.database().change(new Sequence("home")::create);
      LogReader reader = new LogReader(file.database(), "home");
      GroupCommit commits =
          new GroupCommit(file.database(), "home", new Arrivals.None(), reader::after);
      CountDownLatch isQueued = new CountDownLatch(1);
      commits.follow(rows -> awaited(isQueued));
      List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
      List<Thread> callers = new ArrayList<>(List.of(begun(() -> commits.append(facts(1, 1)))));
      await().until(() -> callers.get(0).getState() == Thread.State.WAITING);
      callers.add(begun(() -> commits.append(facts(2, 2))));
      callers.add(
          begun(
              () -> {
                try {
                  commits.change(
                      tx -> {
                        throw new IllegalStateException("not this one");
                      });
                } catch (StoreException failure) {
                  failures.add(failure);
                }
              }));

      await().until(() -> callers.stream().allMatch(c -> c.getState() == Thread.State.WAITING));
      isQueued.countDown();
      for (Thread caller : callers) {
        caller.join();
      }

      assertThat(failures).hasSize(1);
      assertThat(reader.after(0, 10)).hasSize(4);
    }
  }

  private static Thread begun(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_store_that_is_closed_refuses_all_at_once() {
    EventLog log = opened.stores().log();
    opened.close();

    assertThatThrownBy(() -> log.append(facts(1, 1)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("log must be writable");
  }
}
