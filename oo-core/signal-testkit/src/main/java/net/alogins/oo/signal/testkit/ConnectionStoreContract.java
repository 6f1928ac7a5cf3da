package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.signal.Command;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What every store of connections must do; extend it and name your store. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ConnectionStoreContract extends PushedTasks {

  /** Made by a subclass. */
  protected ConnectionStoreContract() {}

  @Test
  void nobody_is_connected_at_first() throws Exception {
    ConnectionStore store = store();

    assertThat(store.all()).isEmpty();
    assertThat(store.of(ADA)).isEmpty();
    assertThat(store.open(ADA)).isEmpty();
    assertThat(store.find(new ConnectionId("none"))).isEmpty();
  }

  @Test
  void a_connection_is_active_and_not_synced_when_it_is_added() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Standing expected =
        new Standing(
            connection("a", ADA),
            Standing.State.ACTIVE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    ConnectionStore again = reopened(store);

    assertThat(again.find(id)).contains(expected);
    assertThat(again.cursor(id)).isEmpty();
  }

  @Test
  void an_id_is_used_once() throws Exception {
    ConnectionStore store = store();
    added(store, "a", ADA);

    assertThatThrownBy(() -> store.add(connection("a", BOB)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a");
    assertThat(store.of(BOB)).isEmpty();
  }

  @Test
  void everybody_has_their_own_in_the_order_in_which_they_were_added() throws Exception {
    ConnectionStore store = store();
    List.of("z", "b", "m").forEach(id -> added(store, id, ADA));
    added(store, "c", BOB);

    assertThat(store.of(ADA))
        .extracting(s -> s.connection().id().value())
        .containsExactly("z", "b", "m");
    assertThat(store.of(BOB)).extracting(s -> s.connection().id().value()).containsExactly("c");
    assertThat(store.all()).hasSize(4);
  }

  @Test
  void what_it_may_do_and_where_it_leads_can_change() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Connection other = new Connection(id, ADA, LIST, "https://other.example/", false);

    store.update(other);

    assertThat(reopened(store).find(id)).map(Standing::connection).contains(other);
  }

  @Test
  void an_answer_that_is_not_the_last_is_no_sync() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);

    store.apply(id, Fetch.everything(open("1")).more(new Cursor("p1")), NOON);

    assertThat(store.find(id)).flatMap(Standing::synced).isEmpty();
    assertThat(store.cursor(id)).contains(new Cursor("p1"));
  }

  @Test
  void starting_over_forgets_the_cursor_and_keeps_the_tasks() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1")).then(END), NOON);

    store.startOver(id);

    ConnectionStore again = reopened(store);
    assertThat(again.cursor(id)).isEmpty();
    assertThat(keys(again, ADA)).containsExactly("1");
  }

  @Test
  void a_failure_troubles_it_until_the_next_sync() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Instant retry = NOON.plusSeconds(60);

    store.fail(id, ConnectorException.Kind.THROTTLED, Optional.of(retry));

    Standing troubled = reopened(store).find(id).orElseThrow();
    assertThat(troubled.state()).isEqualTo(Standing.State.TROUBLED);
    assertThat(troubled.trouble()).contains(ConnectorException.Kind.THROTTLED);
    assertThat(troubled.retry()).contains(retry);
  }

  @Test
  void a_sync_ends_the_trouble() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.fail(id, ConnectorException.Kind.UNAVAILABLE, Optional.of(NOON));

    store.apply(id, Fetch.everything(open()).then(END), NOON);

    Standing fine = store.find(id).orElseThrow();
    assertThat(fine.state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(fine.trouble()).isEmpty();
    assertThat(fine.retry()).isEmpty();
  }

  @Test
  void one_that_is_not_let_in_waits_for_its_person() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1")).then(END), NOON);

    store.fail(id, ConnectorException.Kind.REVOKED, Optional.empty());
    assertThat(store.find(id)).map(Standing::state).contains(Standing.State.RECONNECT);
    assertThat(keys(store, ADA)).as("what was known stands").containsExactly("1");
    store.resume(id);

    Standing again = reopened(store).find(id).orElseThrow();
    assertThat(again.state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(again.trouble()).isEmpty();
    assertThat(again.synced()).contains(NOON);
  }

  @Test
  void a_connection_that_is_removed_leaves_nothing() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1")).then(END), NOON);
    store.enqueue(id, command("c1"));

    store.remove(id);
    store.apply(id, Fetch.changes(open("2")).then(END), NOON);
    store.enqueue(id, command("c2"));
    store.fail(id, ConnectorException.Kind.REVOKED, Optional.empty());
    store.startOver(id);
    store.resume(id);

    ConnectionStore again = reopened(store);
    assertThat(again.find(id)).isEmpty();
    assertThat(again.cursor(id)).isEmpty();
    assertThat(again.open(ADA)).isEmpty();
    assertThat(again.commands(id, 10)).isEmpty();
    assertThat(again.holder(ADA, LIST, "1")).isEmpty();
  }

  private static Command command(String id) {
    return new Command(id, Command.Verb.COMPLETE, "key of " + id, NOON);
  }

  @Test
  void commands_wait_in_order_until_they_are_done() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    List<Command> all = Stream.of("z", "b", "m").map(ConnectionStoreContract::command).toList();
    all.forEach(command -> store.enqueue(id, command));
    store.enqueue(id, all.get(0));

    ConnectionStore again = reopened(store);
    assertThat(again.commands(id, 10)).isEqualTo(all);
    assertThat(again.commands(id, 2)).isEqualTo(all.subList(0, 2));

    again.done(id, "b");
    again.done(id, "b");
    assertThat(again.commands(id, 10)).containsExactly(all.get(0), all.get(2));
  }

  @Test
  void of_too_many_commands_those_that_came_first_are_forgotten() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    ConnectionId other = added(store, "b", ADA);
    store.enqueue(other, command("others"));
    int all = ConnectionStore.MOST_COMMANDS + 2;
    IntStream.range(0, all).forEach(i -> store.enqueue(id, command("c" + i)));

    assertThat(store.commands(id, all))
        .hasSize(ConnectionStore.MOST_COMMANDS)
        .startsWith(command("c2"))
        .endsWith(command("c" + (all - 1)));
    assertThat(store.commands(other, 1)).containsExactly(command("others"));
  }

  @Test
  void a_postponement_keeps_its_day() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 3, 1));
    Command postpone = new Command("p", Command.Verb.POSTPONE, "1", NOON, day);

    store.enqueue(id, postpone);

    assertThat(reopened(store).commands(id, 10)).containsExactly(postpone);
  }

  @Test
  void a_cursor_may_be_as_long_as_a_cursor_may_be() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Cursor longest = new Cursor("ü".repeat(Cursor.LONGEST));

    store.apply(id, Fetch.everything(open()).then(longest), NOON);

    assertThat(reopened(store).cursor(id)).contains(longest);
  }
}
