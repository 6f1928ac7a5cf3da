package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Standing;
import net.alogins.oo.testkit.ManualClock;
import net.alogins.oo.testkit.ManualScheduler;
import net.alogins.oo.testkit.SampleContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Syncs by hand: due ones run when the scheduler is run, and there. */
@Timeout(60)
class ConnectionsTest {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final String LIST = "list";
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private final ScriptedSystem there = new ScriptedSystem(LIST, 10);
  private final ConnectionStore store = new InMemoryConnectionStore();
  private final MemoryVault vault = new MemoryVault();
  private final ManualClock clock = ManualClock.at(NOON);
  private final ManualScheduler scheduler = new ManualScheduler();
  private Connections connections = opened(there.connector());

  private Connections opened(Connector... connectors) {
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

  private ConnectionId connect() {
    ConnectionId id = connect(connections, there, true);
    sync();
    return id;
  }

  private static ConnectionId connect(Connections to, ScriptedSystem system, boolean mayWrite) {
    Connection connection =
        new Connection(ConnectionId.random(), ADA, system.connector().name(), "", mayWrite);
    return to.connect(connection, system.secrets()).orElseThrow().connection().id();
  }

  /** Once for what is due, once for what that starts. */
  private void sync() {
    scheduler.run();
    scheduler.run();
  }

  private Set<String> offered(UserId user) throws Exception {
    return connections.source(LIST).candidates(SampleContexts.plain()).stream()
        .filter(task -> user.equals(ADA))
        .map(task -> task.id().key())
        .collect(Collectors.toSet());
  }

  private Standing standing(ConnectionId id) {
    return store.find(id).orElseThrow();
  }

  @Test
  void what_is_connected_is_offered_from_memory() throws Exception {
    connect();

    assertThat(offered(ADA)).isEqualTo(there.open()).hasSize(25);
    assertThat(connections.source(LIST).isImmediate()).isTrue();
    assertThat(connections.source(LIST).name()).isEqualTo(LIST);
    assertThat(connections.of(ADA)).extracting(Standing::synced).containsExactly(Optional.of(NOON));
  }

  @Test
  void it_is_synced_again_and_again() throws Exception {
    connect();
    String later = there.add("Later");
    there.complete("t1");
    sync();

    assertThat(offered(ADA)).contains(later).doesNotContain("t1");
  }

  @Test
  void when_a_webhook_says_so_it_is_synced_soon_and_once() {
    ConnectionId id = connect();
    int before = there.asked();
    IntStream.range(0, 100).forEach(i -> connections.wake(id));
    sync();

    assertThat(there.asked() - before).isEqualTo(1);
  }

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
  void what_is_done_here_is_done_there() {
    connect();
    Completion done = completion("t2");

    assertThat(connections.effect().name()).isEqualTo("connections");
    tell(() -> connections.effect().completed(done));
    tell(() -> connections.effect().completed(done));
    sync();
    assertThat(there.open()).doesNotContain("t2").hasSize(24);
    assertThat(there.executed("t2")).isEqualTo(1);

    tell(() -> connections.effect().reopened(done));
    sync();
    assertThat(there.open()).contains("t2");
  }

  private interface Telling {
    void run() throws Exception;
  }

  private static void tell(Telling what) {
    try {
      what.run();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static Completion completion(String key) {
    return new Completion(ADA, new CandidateId(LIST, key), new TipId(1, 2), NOON);
  }

  @Test
  void what_the_person_has_not_allowed_is_not_done() {
    connect(connections, there, false);
    sync();
    tell(() -> connections.effect().completed(completion("t2")));
    sync();

    assertThat(there.open()).contains("t2");
  }

  @Test
  void what_is_done_while_it_is_down_is_done_later() {
    connect();
    there.breakDown();
    sync();
    tell(() -> connections.effect().completed(completion("t2")));
    sync();
    assertThat(there.open()).contains("t2");

    there.heal();
    sync();

    assertThat(there.open()).doesNotContain("t2");
  }

  @Test
  void who_disconnects_leaves_nothing() throws Exception {
    ConnectionId id = connect();
    assertThat(vault.size()).isEqualTo(1);

    assertThat(connections.disconnect(ADA, id)).contains(true);

    assertThat(connections.of(ADA)).isEmpty();
    assertThat(offered(ADA)).isEmpty();
    assertThat(vault.size()).isZero();
    assertThat(connections.disconnect(ADA, id)).isEmpty();
  }

  @Test
  void who_disconnects_from_a_system_that_is_down_leaves_nothing_here() throws Exception {
    ConnectionId id = connect();
    there.breakDown();

    assertThat(connections.disconnect(ADA, id)).contains(false);

    assertThat(connections.of(ADA)).isEmpty();
    assertThat(vault.size()).isZero();
  }

  @Test
  void a_sync_that_is_under_way_brings_nothing_back() throws Exception {
    ConnectionId id = connect();
    there.beforeAnswer(() -> tell(() -> connections.disconnect(ADA, id)));
    there.add("Later");
    sync();

    assertThat(store.all()).isEmpty();
    assertThat(offered(ADA)).isEmpty();
    assertThat(vault.size()).isZero();
  }

  @Test
  void somebody_elses_connection_is_like_none() throws Exception {
    ConnectionId id = connect();

    assertThat(connections.disconnect(BOB, id)).isEmpty();
    assertThat(connections.reconnect(BOB, id, true, there.secrets())).isEmpty();
    assertThat(connections.of(BOB)).isEmpty();
    assertThat(connections.of(ADA)).hasSize(1);
  }

  @Test
  void another_process_goes_on_where_this_one_stood() throws Exception {
    connect();
    connections.close();
    there.add("Later");

    connections = opened(there.connector());
    sync();

    assertThat(offered(ADA)).isEqualTo(there.open()).hasSize(26);
  }

  @Test
  void a_process_that_waited_waits_on_in_the_next() {
    ConnectionId id = connect();
    there.throttle(Duration.ofMinutes(20));
    sync();
    connections.close();

    connections = opened(there.connector());

    assertThat(standing(id).state()).isEqualTo(Standing.State.TROUBLED);
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

  @Test
  void a_connection_without_its_connector_waits_for_it() throws Exception {
    ConnectionId id = connect();
    connections.close();
    ScriptedSystem other = new ScriptedSystem("other", 10);
    connections = opened(other.connector());
    sync();

    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(connections.disconnect(ADA, id)).contains(false);
  }

  @Test
  void to_connect_again_under_the_same_id_changes_nothing() {
    ConnectionId id = connect();
    Connection same = standing(id).connection();
    Connection bobs = new Connection(id, BOB, LIST, "", true);

    assertThat(connections.connect(same, Secrets.of("another"))).contains(standing(id));
    assertThat(connections.connect(bobs, Secrets.of("another"))).isEmpty();

    assertThat(connections.of(ADA)).hasSize(1);
    assertThat(connections.of(BOB)).isEmpty();
    sync();
    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
  }

  private static String state(URI page) {
    return page.getQuery().replaceFirst(".*state=([^&]*).*", "$1");
  }

  private Connection asked(ConnectionId id) {
    return new Connection(id, ADA, LIST, "", true);
  }

  @Test
  void who_is_sent_away_and_comes_back_is_connected() throws Exception {
    URI page = connections.ask(asked(ConnectionId.random())).orElseThrow();
    assertThat(page.toString()).startsWith("https://list.example/permit?write=true&state=");

    assertThat(connections.redeem(ADA, state(page), "good")).isPresent();
    assertThat(connections.redeem(ADA, state(page), "good")).isEmpty();
    sync();

    assertThat(offered(ADA)).hasSize(25);
    assertThat(connections.of(ADA)).hasSize(1);
  }

  @Test
  void who_is_sent_away_for_a_connection_that_is_there_lets_it_in_again() throws Exception {
    ConnectionId id = connect();
    vault.remove(id);
    sync();
    assertThat(standing(id).state()).isEqualTo(Standing.State.RECONNECT);

    URI page = connections.ask(asked(id)).orElseThrow();
    assertThat(connections.redeem(ADA, state(page), "good")).isPresent();
    sync();

    assertThat(connections.of(ADA)).hasSize(1);
    assertThat(standing(id).state()).isEqualTo(Standing.State.ACTIVE);
  }

  @Test
  void nobody_comes_back_in_the_place_of_another() throws Exception {
    URI page = connections.ask(asked(ConnectionId.random())).orElseThrow();

    assertThat(connections.redeem(BOB, state(page), "good")).isEmpty();
    assertThat(connections.redeem(ADA, "guessed", "good")).isEmpty();
    assertThat(connections.of(ADA)).isEmpty();
    assertThat(connections.of(BOB)).isEmpty();
  }

  @Test
  void who_comes_back_too_late_or_with_a_bad_code_is_not_connected() {
    URI early = connections.ask(asked(ConnectionId.random())).orElseThrow();
    assertThatThrownBy(() -> connections.redeem(ADA, state(early), "bad"))
        .isInstanceOf(ConnectorException.class);
    URI page = connections.ask(asked(ConnectionId.random())).orElseThrow();
    clock.advance(Duration.ofMinutes(16));

    tell(() -> assertThat(connections.redeem(ADA, state(page), "good")).isEmpty());
    assertThat(connections.of(ADA)).isEmpty();
  }

  @Test
  void what_is_wrong_is_said() {
    assertThatThrownBy(() -> connections.source("none"))
        .hasMessage("connector must be one of [list] but was none");
    assertThatThrownBy(() -> opened(there.connector(), there.connector()))
        .hasMessage("connectors must have different names but were [list]");
    assertThatThrownBy(() -> Secrets.of(""))
        .hasMessage("a secret must be 1 to 8192 bytes but was 0");
    IntStream.range(0, Connections.MOST_OF_A_PERSON)
        .forEach(i -> connect(connections, there, false));
    assertThatThrownBy(() -> connect(connections, there, false))
        .hasMessage("connections of a person must be at most 32");
  }

  @Test
  void a_slow_system_keeps_no_other_waiting() throws Exception {
    ScriptedSystem slow = new ScriptedSystem("slow", 10);
    slow.add("Slow");
    CountDownLatch hanging = new CountDownLatch(1);
    slow.beforeAnswer(() -> tell(hanging::await));
    try (Connections both =
        Connections.to(slow.connector(), there.connector())
            .keptIn(new InMemoryConnectionStore(), vault)
            .open()) {
      IntStream.range(0, 20).forEach(i -> connect(both, slow, false));
      connect(both, there, false);

      await().until(() -> size(both) == 25);
      hanging.countDown();
    }
  }

  private static int size(Connections of) throws Exception {
    List<Candidate> tasks = of.source(LIST).candidates(SampleContexts.plain());
    return tasks.size();
  }

  @Test
  void its_threads_end_with_it() throws Exception {
    Connections own =
        Connections.to(there.connector()).keptIn(new InMemoryConnectionStore(), vault).open();
    connect(own, there, false);
    await().until(() -> size(own) == 25);
    own.close();
    own.close();

    await().until(() -> threads().isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("oo-sync"))
        .toList();
  }

  @Test
  void a_connection_says_nothing_secret() {
    ConnectionId id = connect();
    Connection connection = standing(id).connection();

    assertThat(standing(id).toString() + connection + there.secrets()).doesNotContain("sesame");
  }
}
