package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    while (groups.waiting() < 11) {
      Thread.onSpinWait();
    }

    release.countDown();

    join(first);
    join(rest);
    assertThat(handled.stream().map(List::size)).containsExactly(1, 8, 3);
  }

  @Test
  void a_leader_waits_a_moment_for_as_many_as_last_time_and_no_longer() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Groups<Integer> groups =
        new Groups<>(
            8,
            group -> {
              await(release);
              sleep(500);
              handled.add(group);
            });
    List<Thread> first = start(1, () -> groups.handle(0));
    while (groups.waiting() > 0) {
      Thread.onSpinWait();
    }
    List<Thread> three = start(3, () -> groups.handle(1));
    while (groups.waiting() < 3) {
      Thread.onSpinWait();
    }
    release.countDown();
    join(first);
    join(three);

    List<Thread> back = start(1, () -> groups.handle(2));
    sleep(10);
    back = Stream.concat(back.stream(), start(2, () -> groups.handle(2)).stream()).toList();
    join(back);
    long begin = System.nanoTime();
    groups.handle(3);

    assertThat(handled).containsExactly(List.of(0), List.of(1, 1, 1), List.of(2, 2, 2), List.of(3));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    assertThat(groups.waiting()).isZero();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
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
