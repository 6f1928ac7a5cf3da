package net.alogins.oo.jdbc;

import static net.alogins.oo.testkit.SampleEvents.decided;
import static net.alogins.oo.testkit.SampleEvents.reacted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.Appended.Outcome;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.HostTransaction;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PostgresJoinedTest {

  private static final UserId ADA = new UserId("ada");
  private static final TipId TIP = new TipId(1, 1);
  private static final Event DECIDED = decided(ADA, TIP);
  private static final Event DONE = said(Kind.DONE);

  private final List<Recorded> followed = Collections.synchronizedList(new ArrayList<>());
  private PostgresOpened opened;
  private EventLog log;
  private Connection connection;
  private HostTransaction host;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
    log = opened.stores().log();
    log.follow(followed::addAll);
    connection = opened.connection();
    connection.setAutoCommit(false);
    host = opened.kept().joining(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    opened.close();
  }

  private static Event said(Kind kind) {
    return reacted(ADA, TIP, new ReactionId("press"), kind);
  }

  private static Appended recorded(long seq) {
    return new Appended(Outcome.RECORDED, seq);
  }

  private void awaitFollowed(int size) {
    await().untilAsserted(() -> assertThat(followed).hasSize(size));
  }

  @Test
  void what_the_host_commits_is_numbered_and_told_without_being_asked() throws Exception {
    log.append(List.of(DECIDED));
    assertThat(host.append(List.of(DONE))).containsExactly(recorded(0));
    connection.commit();

    awaitFollowed(2);

    assertThat(followed).containsExactly(new Recorded(1, DECIDED), new Recorded(2, DONE));
    assertThat(log.about(ADA, TIP)).isEqualTo(followed);
  }

  @Test
  void who_reads_to_the_end_sees_what_was_committed_before() throws Exception {
    host.append(List.of(DECIDED));
    host.append(List.of(DONE));
    connection.commit();

    assertThat(log.read(0, 10))
        .containsExactly(new Recorded(1, DECIDED), new Recorded(2, DONE))
        .isEqualTo(followed);
  }

  @Test
  void an_open_transaction_is_not_seen_and_holds_nobody_up() throws Exception {
    host.append(List.of(DONE));

    assertThat(log.append(List.of(DECIDED))).containsExactly(recorded(1));
    assertThat(log.read(0, 10)).hasSize(1);
    connection.commit();
    assertThat(log.append(List.of(decided(ADA, new TipId(2, 2))))).containsExactly(recorded(3));
    assertThat(followed).extracting(Recorded::event).contains(DONE);
  }

  @Test
  void what_the_host_rolls_back_never_happened() throws Exception {
    host.append(List.of(DECIDED, DONE));
    connection.rollback();

    assertThat(log.read(0, 10)).isEmpty();
    assertThat(log.append(List.of(DECIDED))).containsExactly(recorded(1));
  }

  @Test
  void a_fact_told_again_is_known_and_another_is_a_conflict() throws Exception {
    log.append(List.of(DECIDED));
    Event dismissed = said(Kind.DISMISSED);

    assertThat(host.append(List.of(DECIDED, DONE, DONE, dismissed)))
        .containsExactly(
            new Appended(Outcome.REPEATED, 1),
            recorded(0),
            new Appended(Outcome.REPEATED, 0),
            new Appended(Outcome.CONFLICT, 0));
    connection.commit();
    assertThat(log.append(List.of(DONE, dismissed)))
        .containsExactly(new Appended(Outcome.REPEATED, 2), new Appended(Outcome.CONFLICT, 2));
    assertThat(host.append(List.of(dismissed))).containsExactly(new Appended(Outcome.CONFLICT, 2));
  }

  @Test
  void whoever_tells_what_an_open_transaction_holds_fails_soon_and_alone() throws Exception {
    host.append(List.of(DONE));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      long start = System.nanoTime();
      Future<List<Appended>> same = threads.submit(() -> log.append(List.of(DONE)));
      List<Future<List<Appended>>> others = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        Event other = decided(ADA, new TipId(2, i));
        others.add(threads.submit(() -> log.append(List.of(other))));
      }

      assertThatThrownBy(same::get).hasCauseInstanceOf(StoreException.class);
      for (Future<List<Appended>> other : others) {
        assertThat(other.get().get(0).outcome()).isEqualTo(Outcome.RECORDED);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    } finally {
      threads.shutdownNow();
    }
    connection.commit();
    assertThat(log.append(List.of(DONE)).get(0).outcome()).isEqualTo(Outcome.REPEATED);
  }

  @Test
  void a_connection_that_commits_by_itself_is_refused() throws Exception {
    connection.setAutoCommit(true);

    assertThatThrownBy(() -> host.append(List.of(DONE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must be in a transaction");
    assertThat(log.read(0, 10)).isEmpty();
  }

  @Test
  void the_host_keeps_its_settings_and_its_search_path() throws Exception {
    try (Statement sql = connection.createStatement()) {
      sql.execute("set search_path = pg_catalog");
      sql.execute("set lock_timeout = '7s'");
    }

    host.append(List.of(DONE));

    assertThat(setting("search_path")).isEqualTo("pg_catalog");
    assertThat(setting("lock_timeout")).isEqualTo("7s");
    assertThat(setting("transaction_isolation")).isEqualTo("read committed");
    connection.commit();
    assertThat(log.read(0, 10)).hasSize(1);
  }

  private String setting(String name) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void a_thousand_of_one_transaction_keep_their_order() throws Exception {
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      all.add(reacted(ADA, TIP, new ReactionId("press " + i), Kind.DONE));
    }
    host.append(all);
    connection.commit();

    awaitFollowed(all.size());

    assertThat(followed).extracting(Recorded::event).isEqualTo(all);
    assertThat(log.read(0, all.size())).isEqualTo(followed);
  }
}
