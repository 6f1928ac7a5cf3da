package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Pushed;
import org.junit.jupiter.api.Test;

/** What becomes of what other systems push into a store of connections. */
abstract class PushedTasks extends MirroredTasks {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static Push push(String message, List<Change> changes) {
    return push(message, changes, NOON);
  }

  private static Push push(String message, List<Change> changes, Instant sent) {
    return new Push(message, "digest of " + changes.size(), sent.plus(TOLERANCE), changes);
  }

  @Test
  void what_is_pushed_is_there_after_a_restart() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);

    assertThat(store.push(id, push("m1", open("1", "2")), NOON)).isEqualTo(Pushed.TAKEN);
    assertThat(store.push(id, push("m2", gone("1")), NOON)).isEqualTo(Pushed.TAKEN);

    ConnectionStore again = reopened(store);
    assertThat(keys(again, ADA)).containsExactly("2");
    assertThat(again.holder(ADA, LIST, "1")).isPresent();
    assertThat(again.cursor(id)).isEmpty();
  }

  @Test
  void a_message_that_comes_again_is_applied_once_also_after_a_restart() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Push opening = push("m1", open("1"));
    store.push(id, opening, NOON);
    store.push(id, push("m2", gone("1")), NOON);

    ConnectionStore again = reopened(store);

    assertThat(again.push(id, opening, NOON.plus(TOLERANCE))).isEqualTo(Pushed.REPEATED);
    assertThat(again.open(ADA)).isEmpty();
  }

  @Test
  void another_message_of_the_same_name_is_not_applied() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.push(id, push("m1", open("1")), NOON);

    assertThat(store.push(id, push("m1", open("2", "3")), NOON)).isEqualTo(Pushed.REUSED);
    assertThat(keys(store, ADA)).containsExactly("1");
  }

  @Test
  void a_message_is_forgotten_when_it_cannot_come_any_more() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.push(id, push("m1", open("1")), NOON);
    Instant later = NOON.plus(TOLERANCE).plusMillis(1);

    assertThat(store.push(id, push("m1", open("2", "3"), later), later)).isEqualTo(Pushed.TAKEN);
    assertThat(keys(store, ADA)).containsExactly("1", "2", "3");
  }

  @Test
  void messages_of_two_connections_are_two() throws Exception {
    ConnectionStore store = store();
    ConnectionId adas = added(store, "a", ADA);
    ConnectionId bobs = added(store, "b", BOB);

    assertThat(store.push(adas, push("m1", open("1")), NOON)).isEqualTo(Pushed.TAKEN);
    assertThat(store.push(bobs, push("m1", open("1")), NOON)).isEqualTo(Pushed.TAKEN);
    assertThat(keys(store, BOB)).containsExactly("1");
  }

  @Test
  void nothing_is_pushed_to_a_connection_that_is_not_there() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.push(id, push("m1", open("1")), NOON);
    store.remove(id);

    assertThat(store.push(id, push("m2", open("2")), NOON)).isEqualTo(Pushed.UNKNOWN);
    assertThat(store.open(ADA)).isEmpty();
    added(store, "a", ADA);
    assertThat(store.push(id, push("m1", open("3")), NOON)).isEqualTo(Pushed.TAKEN);
    assertThat(keys(reopened(store), ADA)).containsExactly("3");
  }

  @Test
  void what_its_person_says_is_done_is_gone_and_comes_back_as_it_was() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.push(id, push("m1", open("1", "2")), NOON);

    store.complete(id, "1");
    store.complete(id, "1");
    store.complete(id, "never");
    assertThat(keys(reopened(store), ADA)).containsExactly("2");
    ConnectionStore again = reopened(store);
    again.reopen(id, "1");
    again.reopen(id, "never");
    again.complete(new ConnectionId("nobody"), "1");

    assertThat(reopened(again).open(ADA)).containsExactlyInAnyOrder(task("1"), task("2"));
  }

  @Test
  void a_list_of_everything_leaves_what_was_pushed() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.push(id, push("m1", open("1")), NOON);

    store.apply(id, Fetch.everything(open("2")).then(new Cursor("c")), NOON);
    store.apply(id, Fetch.everything(open()).then(new Cursor("d")), NOON);

    assertThat(keys(store, ADA)).containsExactly("1");
  }

  @Test
  void no_more_is_open_than_may_be() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    String[] most =
        IntStream.range(0, ConnectionStore.MOST_PUSHED)
            .mapToObj(String::valueOf)
            .toArray(String[]::new);
    assertThat(store.push(id, push("m1", open(most)), NOON)).isEqualTo(Pushed.TAKEN);

    assertThat(store.push(id, push("m2", open("one more")), NOON)).isEqualTo(Pushed.FULL);
    assertThat(store.push(id, push("m3", open("7", "7")), NOON)).isEqualTo(Pushed.TAKEN);
    assertThat(store.push(id, push("m4", gone("7")), NOON)).isEqualTo(Pushed.TAKEN);
    assertThat(store.push(id, push("m2", open("one more")), NOON)).isEqualTo(Pushed.TAKEN);
  }
}
