package net.alogins.oo.signal.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Standing;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.testkit.SampleContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Connections whose syncs run when the scheduler is run, and there. */
@Timeout(60)
abstract class Synced {

  static final UserId ADA = new UserId("ada");
  static final UserId BOB = new UserId("bob");
  static final String LIST = "list";
  static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  final ScriptedSystem there = new ScriptedSystem(LIST, 10);
  final ConnectionStore store = new InMemoryConnectionStore();
  final MemoryVault vault = new MemoryVault();
  final ManualClock clock = ManualClock.at(NOON);
  final ManualScheduler scheduler = new ManualScheduler();
  Connections connections = opened(there.connector());

  Connections opened(Connector... connectors) {
    return Connections.to(
            connectors[0],
            List.of(connectors).subList(1, connectors.length).toArray(Connector[]::new))
        .keptIn(store, vault)
        .clock(clock)
        .scheduler(scheduler)
        .executor(scheduler)
        .open();
  }

  @BeforeEach
  void fill() {
    IntStream.rangeClosed(1, 25).forEach(i -> there.add("Task " + i));
  }

  @AfterEach
  void close() {
    connections.close();
  }

  ConnectionId connect() {
    ConnectionId id = connect(connections, there, true);
    sync();
    return id;
  }

  static ConnectionId connect(Connections to, ScriptedSystem system, boolean mayWrite) {
    Connection connection =
        new Connection(ConnectionId.random(), ADA, system.connector().name(), "", mayWrite);
    return to.connect(connection, system.secrets()).orElseThrow().connection().id();
  }

  /** Once for what is due, once for what that starts. */
  void sync() {
    scheduler.run();
    scheduler.run();
  }

  Set<String> offered(UserId user) throws Exception {
    return connections.source(LIST).candidates(SampleContexts.plain()).stream()
        .filter(task -> user.equals(ADA))
        .map(task -> task.id().key())
        .collect(Collectors.toSet());
  }

  Standing standing(ConnectionId id) {
    return store.find(id).orElseThrow();
  }

  interface Telling {
    void run() throws Exception;
  }

  static void tell(Telling what) {
    try {
      what.run();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
