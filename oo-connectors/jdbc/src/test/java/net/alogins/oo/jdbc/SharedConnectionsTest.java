package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.MemoryVault;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.testkit.SampleContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people have connected, where two processes look after it. */
class SharedConnectionsTest {

  private static final UserId ADA = SampleContexts.plain().user();
  private static final String LIST = "list";
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final ScriptedSystem there = new ScriptedSystem(LIST, 10);
  private final MemoryVault vault = new MemoryVault();
  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-27T12:00:00Z"));
  private final List<ManualScheduler> schedulers = new ArrayList<>();
  private final List<Connections> processes = new ArrayList<>();
  private PostgresOpened opened;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
    there.add("Water the plants");
    process();
    process();
  }

  private void process() {
    ManualScheduler scheduler = new ManualScheduler();
    schedulers.add(scheduler);
    processes.add(
        Connections.to(there.connector())
            .keptIn(JdbcConnectionStore.in(opened.kept()), vault)
            .clock(clock)
            .scheduler(scheduler)
            .executor(scheduler)
            .every(EVERY)
            .open());
  }

  @AfterEach
  void close() {
    processes.forEach(Connections::close);
    opened.close();
  }

  private void connect(Connections to) {
    Connection connection = new Connection(ConnectionId.random(), ADA, LIST, "", true);
    assertThat(to.connect(connection, there.secrets())).isPresent();
  }

  private void sync(int process) {
    for (int i = 0; i < 3; i++) {
      schedulers.get(process).run();
    }
  }

  private int offered(int process) throws Exception {
    return processes.get(process).source(LIST).candidates(SampleContexts.plain()).size();
  }

  @Test
  void what_one_has_fetched_the_other_offers_within_seconds() throws Exception {
    assertThat(offered(1)).isZero();
    connect(processes.get(0));
    sync(0);
    assertThat(offered(0)).isEqualTo(1);

    assertThat(offered(1)).isZero();
    clock.advance(Duration.ofSeconds(2));

    assertThat(offered(1)).isEqualTo(1);
  }

  @Test
  void what_one_has_synced_just_now_the_other_does_not_but_takes_up_when_it_is_gone() {
    connect(processes.get(0));
    sync(0);
    sync(1);
    int before = there.asked();

    sync(1);
    assertThat(there.asked()).isEqualTo(before);
    clock.advance(EVERY);
    sync(1);

    assertThat(there.asked()).isGreaterThan(before);
  }
}
