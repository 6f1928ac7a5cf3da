package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupsTest {

  private final List<List<Integer>> handled = Collections.synchronizedList(new ArrayList<>());

  private List<Integer> all() {
    return handled.stream().flatMap(List::stream).toList();
  }

  private static List<Thread> start(int count, Runnable work) {
    List<Thread> threads = IntStream.range(0, count).mapToObj(i -> new Thread(work)).toList();
    threads.forEach(Thread::start);
    return threads;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void a_lone_entry_is_handled_at_once_by_its_caller() {
    List<Thread> by = new ArrayList<>();
    Groups<Integer> groups =
        new Groups<>(
            8,
            group -> {
              handled.add(group);
              by.add(Thread.currentThread());
            });

    groups.handle(7);

    assertThat(handled).containsExactly(List.of(7));
    assertThat(by).containsExactly(Thread.currentThread());
  }

  @Test
  void what_waits_while_a_group_is_handled_is_the_next_group() throws Exception {
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Groups<Integer> groups =
        new Groups<>(
            8,
            group -> {
              handled.add(group);
              isHeld.countDown();
              await(release);
            });
    List<Thread> first = start(1, () -> groups.handle(0));
    assertThat(isHeld.await(10, TimeUnit.SECONDS)).isTrue();
    List<Thread> rest = start(11, () -> groups.handle(1));
    untilWaiting(groups, 11);

    release.countDown();

    join(first);
    join(rest);
    assertThat(handled.stream().map(List::size)).containsExactly(1, 8, 3);
  }

  @Test
  void a_leader_waits_a_tenth_of_the_last_time_for_as_many_as_last_time() throws Exception {
    AtomicLong clock = new AtomicLong();
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    Groups<Integer> groups =
        new Groups<>(
            8,
            group -> {
              await(release);
              clock.addAndGet(1_000);
              handled.add(group);
            },
            () -> {
              looks.incrementAndGet();
              return clock.get();
            });
    List<Thread> first = start(1, () -> groups.handle(0));
    untilWaiting(groups, 0);
    List<Thread> three = start(3, () -> groups.handle(1));
    untilWaiting(groups, 3);
    release.countDown();
    join(first);
    join(three);

    int seen = looks.get();
    List<Thread> back = start(1, () -> groups.handle(2));
    until(() -> looks.get() >= seen + 2);
    clock.addAndGet(99);
    List<Thread> rest = start(2, () -> groups.handle(2));
    join(back);
    join(rest);
    int seenSince = looks.get();
    List<Thread> alone = start(1, () -> groups.handle(3));
    until(() -> looks.get() >= seenSince + 2);
    assertThat(all()).doesNotContain(3);
    clock.addAndGet(100);
    join(alone);

    assertThat(handled).containsExactly(List.of(0), List.of(1, 1, 1), List.of(2, 2, 2), List.of(3));
    assertThat(groups.waiting()).isZero();
  }

  private static void untilWaiting(Groups<?> groups, int count) {
    until(() -> groups.waiting() == count);
  }

  private static void until(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void the_turn_is_the_handling_thread_s_own() throws Exception {
    List<Boolean> mine = new ArrayList<>();
    List<Groups<Integer>> known = new ArrayList<>();
    Groups<Integer> groups = new Groups<>(8, group -> mine.add(known.get(0).isMine()));
    known.add(groups);

    groups.handle(7);

    assertThat(mine).containsExactly(true);
    assertThat(groups.isMine()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void every_entry_of_many_callers_is_handled_once_and_one_group_at_a_time() throws Exception {
    Groups<Integer> groups = new Groups<>(16, handled::add);

    join(start(32, () -> IntStream.range(0, 200).forEach(groups::handle)));

    assertThat(all()).hasSize(32 * 200);
    assertThat(all().stream().mapToInt(Integer::intValue).sum()).isEqualTo(32 * 199 * 100);
    assertThat(handled).allMatch(group -> !group.isEmpty() && group.size() <= 16);
  }

  @Test
  void an_interrupt_waits_until_the_entry_was_handled() {
    Groups<Integer> groups =
        new Groups<>(
            8,
            group -> {
              assertThat(Thread.currentThread().isInterrupted()).isFalse();
              handled.add(group);
            });
    Thread.currentThread().interrupt();

    groups.handle(7);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(all()).containsExactly(7);
  }

  @Test
  void a_handler_that_fails_lets_the_next_one_go_on() {
    Groups<Integer> groups =
        new Groups<>(
            8,
            group -> {
              handled.add(group);
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(() -> groups.handle(1)).hasMessage("broken");
    assertThatThrownBy(() -> groups.handle(2)).hasMessage("broken");
    assertThat(all()).containsExactly(1, 2);
  }
}
