package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What one process at a time does for all. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LeasesTest {

  private static final String DUTY = "effect/todo";
  private static final TenantId OFFICE = new TenantId("office");
  private static final StateKey KEY = new StateKey("policy", "configuration");

  private final AtomicLong nanos = new AtomicLong();
  private PostgresOpened opened;
  private PostgresConnections connections;
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
    connections = PostgresConnections.to(opened.url(), new Properties());
    database = connections.upToDate();
  }

  @AfterEach
  void close() {
    connections.close();
    opened.close();
  }

  private Leases process() {
    return new Leases(database, PostgresOpened.HOME, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** As if so much time had passed by the clock of the database. */
  private void pass(Duration time, String duty) {
    DSL.using(opened.url())
        .execute(
            "update events_leases set until = until - interval '"
                + time.toSeconds()
                + " s' where name = ?",
            duty);
  }

  @Test
  void one_process_has_a_duty_until_it_leaves_it() {
    Leases first = process();
    Leases second = process();

    assertThat(first.hold(DUTY)).isTrue();
    assertThat(second.hold(DUTY)).isFalse();
    first.release();
    pass(Duration.ofSeconds(2));

    assertThat(second.hold(DUTY)).isTrue();
    assertThat(first.hold(DUTY)).isFalse();
    assertThat(first.hold("another duty")).isTrue();
  }

  @Test
  void who_lives_prolongs_what_it_has() {
    Leases first = process();
    Leases second = process();
    first.hold(DUTY);

    for (int i = 0; i < 5; i++) {
      pass(Duration.ofSeconds(4));
      pass(Duration.ofSeconds(4), DUTY);
      first.prolong();
    }

    assertThat(first.hold(DUTY)).isTrue();
    assertThat(second.hold(DUTY)).isFalse();
  }

  @Test
  void who_stood_still_has_it_no_more_and_can_write_nothing_under_it() {
    Leases paused = process();
    Leases second = process();
    paused.hold(DUTY);
    pass(Leases.TIME.plusSeconds(1), DUTY);
    assertThat(second.hold(DUTY)).isTrue();

    assertThatThrownBy(() -> database.change(tx -> paused.fence(tx, DUTY)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(DUTY);
    pass(Leases.TIME);
    paused.prolong();

    assertThat(paused.hold(DUTY)).isFalse();
    assertThat(
            DSL.using(opened.url())
                .fetchValue("select turn from events_leases where name = ?", DUTY))
        .isEqualTo(2L);
  }

  @Test
  void processes_that_ask_are_counted_until_they_leave() {
    Leases first = new Leases(database, OFFICE, nanos::get);
    Leases second = new Leases(database, OFFICE, nanos::get);
    Leases tool = new Leases(database, OFFICE, nanos::get);
    Presence counting = new Presence(database, OFFICE, first, nanos::get);
    assertThat(counting.processes()).isEqualTo(1);
    counting.look();

    Presence other = new Presence(database, OFFICE, second, nanos::get);
    assertThat(other.processes()).isEqualTo(1);
    other.look();
    new Presence(database, OFFICE, tool, nanos::get).look();
    pass(Duration.ofSeconds(2));
    counting.look();
    assertThat(counting.processes()).as("not yet").isEqualTo(1);
    pass(Duration.ofSeconds(1));
    counting.look();
    assertThat(counting.processes()).isEqualTo(2);

    second.release();
    pass(Duration.ofSeconds(3));
    counting.look();
    assertThat(counting.processes()).isEqualTo(1);
  }

  @Test
  void snapshots_are_written_by_one_process_at_a_time() {
    StateStore first = opened.stores().states();
    first.saveOwn(KEY, Map.of(new UserId("ada"), saved(1)));
    try (PostgresStores other = opened.another()) {
      StateStore second = other.stores().states();

      assertThat(other.stores().log().leads("snapshots")).isFalse();
      assertThatThrownBy(() -> second.saveShared(KEY, saved(1), false))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("snapshots");
      assertThatThrownBy(() -> second.drop(KEY, 0)).isInstanceOf(StoreException.class);
      pass(Leases.TIME.plusSeconds(1), "snapshots");
      second.saveShared(KEY, saved(2), false);

      assertThatThrownBy(() -> first.saveShared(KEY, saved(1), false))
          .isInstanceOf(StoreException.class);
      assertThat(first.shared(KEY, Long.MAX_VALUE)).hasValue(saved(2));
    }
  }

  private static Saved saved(long seq) {
    return new Saved(seq, new byte[] {(byte) seq});
  }
}
