package net.alogins.oo.signal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.Provenance;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Connection;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectionStore;
import net.alogins.oo.signal.Cursor;
import net.alogins.oo.signal.Fetch;
import net.alogins.oo.signal.Standing;
import org.junit.jupiter.api.Test;

/** What becomes of tasks in a store of connections. */
abstract class MirroredTasks {

  static final UserId ADA = new UserId("ada");
  static final UserId BOB = new UserId("bob");
  static final Instant NOON = Instant.parse("2026-11-27T12:00:00.123Z");
  static final String LIST = "list";
  static final Cursor END = new Cursor("end");

  /** A new, empty store; asked for once in each test. */
  protected abstract ConnectionStore store() throws Exception;

  /** {@code store}, closed and opened again; a store that forgets may stay as it is. */
  protected ConnectionStore reopened(ConnectionStore store) throws Exception {
    return store;
  }

  static Connection connection(String id, UserId user) {
    return new Connection(new ConnectionId(id), user, LIST, "https://list.example/", true);
  }

  static ConnectionId added(ConnectionStore store, String id, UserId user) {
    Connection connection = connection(id, user);
    store.add(connection);
    return connection.id();
  }

  static Candidate task(String key) {
    return Candidate.of(LIST, key, "Task " + key);
  }

  static List<Change> open(String... keys) {
    return Stream.of(keys).<Change>map(key -> new Change.Open(task(key))).toList();
  }

  static List<Change> gone(String... keys) {
    return Stream.of(keys).<Change>map(Change.Gone::new).toList();
  }

  static List<String> keys(ConnectionStore store, UserId user) {
    return store.open(user).stream().map(task -> task.id().key()).toList();
  }

  @Test
  void an_answer_is_applied_with_its_cursor() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);

    store.apply(id, Fetch.everything(open("1", "2")).then(new Cursor("c1")), NOON);

    ConnectionStore again = reopened(store);
    assertThat(keys(again, ADA)).containsExactly("1", "2");
    assertThat(again.cursor(id)).contains(new Cursor("c1"));
    assertThat(again.find(id)).flatMap(Standing::synced).contains(NOON);
  }

  @Test
  void a_task_is_kept_as_it_was_told() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Candidate rich =
        Candidate.from(
                new CandidateId(LIST, "k/ü#1"), new Provenance.Listed(), "Zähne 🦷 \"putzen\" <b>")
            .kind("zu Hause")
            .link(URI.create("https://list.example/t/1?a=b#c"))
            .due(LocalDate.of(2026, 12, 24))
            .created(LocalDate.of(2020, 2, 29))
            .minutes(3)
            .priority(1);

    store.apply(id, Fetch.everything(List.of(new Change.Open(rich))).then(END), NOON);

    assertThat(reopened(store).open(ADA)).containsExactly(rich);
  }

  @Test
  void the_last_word_on_a_task_counts() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    Candidate later = Candidate.of(LIST, "1", "Said later");
    List<Change> changes =
        List.of(
            new Change.Open(task("1")),
            new Change.Gone("1"),
            new Change.Open(later),
            new Change.Open(task("2")),
            new Change.Gone("2"));

    store.apply(id, Fetch.everything(changes).then(END), NOON);

    assertThat(store.open(ADA)).containsExactly(later);
  }

  @Test
  void what_is_gone_need_not_have_been_known() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1", "2", "3")).then(END), NOON);

    store.apply(id, Fetch.changes(gone("2", "never")).then(END), NOON);

    assertThat(keys(reopened(store), ADA)).containsExactly("1", "3");
  }

  @Test
  void what_a_list_of_everything_does_not_name_is_gone_when_it_ends() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1", "2", "3", "4")).then(END), NOON);

    store.apply(id, Fetch.everything(open("3")).more(new Cursor("p1")), NOON);
    assertThat(keys(store, ADA)).as("in the middle").containsExactlyInAnyOrder("1", "2", "3", "4");

    ConnectionStore again = reopened(store);
    again.apply(id, Fetch.changes(open("1", "5")).then(END), NOON);
    assertThat(keys(again, ADA)).containsExactlyInAnyOrder("1", "3", "5");
  }

  @Test
  void a_list_that_begins_again_counts_from_there() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1", "2")).more(new Cursor("p1")), NOON);

    store.apply(id, Fetch.everything(open("2")).then(END), NOON);

    assertThat(keys(store, ADA)).containsExactly("2");
  }

  @Test
  void changes_after_a_list_leave_the_rest_alone() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1", "2")).then(END), NOON);

    store.apply(id, Fetch.changes(open("3")).then(END), NOON);

    assertThat(keys(store, ADA)).containsExactly("1", "2", "3");
  }

  @Test
  void the_tasks_of_several_connections_come_one_after_the_other() throws Exception {
    ConnectionStore store = store();
    ConnectionId first = added(store, "z", ADA);
    ConnectionId second = added(store, "a", ADA);
    ConnectionId others = added(store, "b", BOB);
    store.apply(second, Fetch.everything(open("3", "1")).then(END), NOON);
    store.apply(first, Fetch.everything(open("9", "2")).then(END), NOON);
    store.apply(others, Fetch.everything(open("7")).then(END), NOON);

    assertThat(keys(store, ADA)).containsExactly("9", "2", "3", "1");
    assertThat(keys(store, BOB)).containsExactly("7");
  }

  @Test
  void a_task_that_changes_keeps_its_place() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1", "2", "3")).then(END), NOON);

    store.apply(id, Fetch.changes(open("1")).then(END), NOON);

    assertThat(keys(store, ADA)).containsExactly("1", "2", "3");
  }

  @Test
  void who_holds_a_task_is_known_also_when_it_is_gone() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    store.apply(id, Fetch.everything(open("1", "2")).then(END), NOON);
    store.apply(id, Fetch.changes(gone("1")).then(END), NOON);

    ConnectionStore again = reopened(store);

    assertThat(again.holder(ADA, LIST, "1")).map(Connection::id).contains(id);
    assertThat(again.holder(ADA, LIST, "2")).map(Connection::id).contains(id);
    assertThat(again.holder(ADA, LIST, "3")).isEmpty();
    assertThat(again.holder(ADA, "other", "1")).isEmpty();
    assertThat(again.holder(BOB, LIST, "1")).isEmpty();
  }

  @Test
  void of_those_that_are_gone_the_last_thousand_are_remembered() throws Exception {
    ConnectionStore store = store();
    ConnectionId id = added(store, "a", ADA);
    String[] many =
        IntStream.rangeClosed(1, 1_002).mapToObj(String::valueOf).toArray(String[]::new);
    store.apply(id, Fetch.everything(open(many)).then(END), NOON);

    store.apply(id, Fetch.changes(gone(many)).then(END), NOON);

    assertThat(store.holder(ADA, LIST, "1002")).isPresent();
    assertThat(store.holder(ADA, LIST, "3")).isPresent();
    assertThat(store.holder(ADA, LIST, "2")).isEmpty();
  }
}
