package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.InMemoryConnectionStore;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.Standing;
import net.alogins.oo.testkit.SampleContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connecting, syncing, disconnecting. */
@Timeout(60)
class ConnectionsTest extends Synced {

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
  void a_system_is_asked_by_the_threads_of_the_syncs_alone_whoever_looks_at_its_tasks() {
    Set<String> asking = ConcurrentHashMap.newKeySet();
    there.beforeAnswer(() -> asking.add(Thread.currentThread().getName()));
    try (Connections own =
        Connections.to(there.connector())
            .keptIn(new InMemoryConnectionStore(), vault)
            .every(Duration.ofSeconds(1))
            .open()) {
      connect(own, there, false);
      await().until(() -> size(own) == 25);
      there.add("Later");
      await().until(() -> size(own) == 26);
    }

    assertThat(asking).isNotEmpty().allMatch(name -> name.startsWith("oo-sync-"));
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
