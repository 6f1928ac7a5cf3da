package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong there is seen here, and passes. */
@Timeout(60)
class TroubleTest extends Synced {

  @Test
  void trouble_is_seen_and_what_is_known_is_offered_on() throws Exception {
    ConnectionId id = connect();
    there.throttle(Duration.ofMinutes(20));
    sync();

    assertThat(standing(id).state()).isEqualTo(Standing.State.TROUBLED);
    assertThat(standing(id).trouble()).contains(ConnectorException.Kind.THROTTLED);
    assertThat(standing(id).retry()).get().matches(at -> at.isAfter(NOON.plusSeconds(1200)));
    assertThat(offered(ADA)).hasSize(25);
    there.heal();
    sync();
    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
  }

  @Test
  void trouble_is_not_waked_up() {
    ConnectionId id = connect();
    there.breakDown();
    sync();
    Optional<Instant> retry = standing(id).retry();

    connections.wake(id);

    assertThat(standing(id).retry()).isEqualTo(retry);
  }

  @Test
  void waits_grow_and_differ_and_have_an_end() {
    ConnectionId id = connect();
    there.breakDown();
    List<Long> waits =
        IntStream.range(0, 12)
            .mapToObj(
                i -> {
                  sync();
                  return Duration.between(NOON, standing(id).retry().orElseThrow()).toSeconds();
                })
            .toList();

    assertThat(waits.get(0)).isBetween(14L, 30L);
    assertThat(waits.get(4)).isBetween(239L, 480L);
    assertThat(waits).allMatch(seconds -> seconds <= 3600);
    assertThat(waits.get(11)).isGreaterThanOrEqualTo(1799);
  }

  @Test
  void one_that_is_not_let_in_is_left_alone_until_its_person_connects_again() throws Exception {
    ConnectionId id = connect();
    there.revoke();
    sync();
    int asked = there.asked();
    sync();
    connections.wake(id);
    sync();
    assertThat(standing(id).state()).isEqualTo(Standing.State.RECONNECT);
    assertThat(there.asked()).isEqualTo(asked);
    assertThat(offered(ADA)).hasSize(25);

    there.heal();
    assertThat(connections.reconnect(ADA, id, true, there.secrets())).isPresent();
    sync();

    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(there.asked()).isGreaterThan(asked);
  }

  @Test
  void a_secret_that_is_lost_means_to_connect_again() {
    ConnectionId id = connect();
    vault.remove(id);
    sync();

    assertThat(standing(id).state()).isEqualTo(Standing.State.RECONNECT);
  }

  @Test
  void a_cursor_that_is_not_known_any_more_is_no_trouble() throws Exception {
    ConnectionId id = connect();
    there.delete("t3");
    there.forgetCursors();
    sync();

    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(offered(ADA)).isEqualTo(there.open()).hasSize(24);
  }

  @Test
  void a_process_that_waited_waits_on_in_the_next() {
    ConnectionId id = connect();
    there.throttle(Duration.ofMinutes(20));
    sync();
    connections.close();
    int asked = there.asked();
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    try (Connections next =
        Connections.to(there.connector())
            .keptIn(store, vault)
            .clock(clock)
            .scheduler(timer)
            .executor(scheduler)
            .open()) {
      assertThat(standing(id).state()).isEqualTo(Standing.State.TROUBLED);
      assertThat(next.of(ADA)).hasSize(1);
      assertThat(timer.getQueue())
          .singleElement()
          .satisfies(due -> assertThat(minutes((Delayed) due)).isBetween(18L, 20L));
      assertThat(there.asked()).isEqualTo(asked);
    } finally {
      timer.shutdownNow();
    }
  }

  private static long minutes(Delayed due) {
    return due.getDelay(TimeUnit.MINUTES);
  }

  @Test
  void a_connector_that_breaks_is_tried_again_and_its_words_are_not_kept() {
    ConnectionId id = connect();
    there.beforeAnswer(
        () -> {
          throw new IllegalStateException("the title of a task");
        });
    sync();

    assertThat(standing(id).state()).isEqualTo(Standing.State.TROUBLED);
    assertThat(standing(id).trouble()).contains(ConnectorException.Kind.MALFORMED);
    there.beforeAnswer(() -> {});
    sync();
    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
  }
}
