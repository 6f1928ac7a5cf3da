package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.PostgresOpened.HOME;
import static net.alogins.oo.testkit.SampleEvents.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PostgresStoresTest {

  private static final UserId ADA = new UserId("ada");

  private PostgresOpened opened;
  private EventLog log;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
    log = opened.stores().log();
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private static long append(EventLog log, long tip) {
    return log.append(List.of(decided(ADA, new TipId(tip, tip)))).get(0).seq();
  }

  private String sql(String statement) throws SQLException {
    try (Connection connection = opened.connection();
        Statement sql = connection.createStatement()) {
      if (!sql.execute(statement)) {
        return "";
      }
      try (ResultSet rows = sql.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  @Test
  void what_one_host_writes_the_others_follow() {
    List<Recorded> followed = Collections.synchronizedList(new ArrayList<>());
    try (PostgresStores other = opened.another()) {
      other.stores().log().follow(followed::addAll);

      append(log, 1);
      append(other.stores().log(), 2);
      append(log, 3);

      await().untilAsserted(() -> assertThat(followed).hasSize(3));
      assertThat(followed).isEqualTo(log.read(0, 10));
    }
  }

  @Test
  void processes_that_have_the_database_open_know_how_many_they_are() {
    try (PostgresStores other = opened.another()) {
      await().until(() -> opened.kept().processes() + other.processes() == 4);
    }
    await().until(() -> opened.kept().processes() == 1);
  }

  @Test
  void tenants_do_not_see_each_other() {
    append(log, 1);
    try (PostgresStores office = PostgresStores.open(opened.url(), new TenantId("office"))) {
      assertThat(office.stores().log().read(0, 10)).isEmpty();
      assertThat(append(office.stores().log(), 1)).isEqualTo(1);
    }
  }

  @Test
  void what_is_acknowledged_is_flushed_whatever_the_server_does_by_default() throws Exception {
    assertThat(sql("show synchronous_commit")).as("the test server's default").isEqualTo("off");
    try (PostgresConnections connections = PostgresConnections.to(opened.url(), new Properties())) {
      Database database = connections.upToDate();

      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "lock_timeout")).isEqualTo("5s");
      assertThat(setting(database, "idle_in_transaction_session_timeout")).isEqualTo("5s");
      assertThat(setting(database, "transaction_isolation")).isEqualTo("read committed");
    }
  }

  private static String setting(Database database, String name) {
    return database.write(tx -> tx.fetchValue("show " + name)).toString();
  }

  @Test
  void connections_of_the_host_keep_their_settings_and_stay_open() throws Exception {
    try (HikariDataSource host = host()) {
      try (PostgresStores kept = PostgresStores.open(host, HOME)) {
        append(kept.stores().log(), 1);
        assertThat(kept.stores().log().read(0, 10)).hasSize(1);
      }
      try (Connection connection = host.getConnection()) {
        assertThat(setting(connection, "lock_timeout")).isEqualTo("0");
        assertThat(setting(connection, "synchronous_commit")).isEqualTo("off");
        assertThat(setting(connection, "transaction_isolation")).isEqualTo("repeatable read");
      }
    }
  }

  /** The pool of a host, which has two connections and its own idea of isolation. */
  private HikariDataSource host() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(opened.url());
    config.setMaximumPoolSize(2);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return new HikariDataSource(config);
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void whoever_stands_still_with_the_lock_is_thrown_out() throws Exception {
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (PostgresConnections connections = PostgresConnections.to(opened.url(), new Properties())) {
      Database database = connections.upToDate();
      Future<Long> paused = thread.submit(() -> holdLock(database, isHeld, release));
      assertThat(isHeld.await(10, TimeUnit.SECONDS)).isTrue();

      assertThat(append(log, 1)).isEqualTo(1);

      release.countDown();
      assertThatThrownBy(paused::get).hasCauseInstanceOf(StoreException.class);
      assertThat(log.append(List.of(decided(ADA, new TipId(2, 2)))).get(0).seq()).isEqualTo(2);
    } finally {
      thread.shutdownNow();
    }
  }

  private static long holdLock(Database database, CountDownLatch isHeld, CountDownLatch release) {
    return database.write(
        tx -> {
          Sequence sequence = new Sequence(HOME.value());
          long last = sequence.lock(tx);
          isHeld.countDown();
          try {
            release.await();
          } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
          }
          sequence.advance(tx, last + 100);
          return last;
        });
  }

  @Test
  void a_damaged_row_is_named_by_its_number() throws Exception {
    append(log, 1);
    append(log, 2);
    sql("update events_log set body = set_byte(body, 9, 77) where seq = 2");

    assertThat(log.read(0, 1)).hasSize(1);
    assertThatThrownBy(() -> log.read(0, 10))
        .isInstanceOf(CorruptEventException.class)
        .hasMessageContaining("row 2");
  }

  @Test
  void a_database_of_a_newer_version_is_refused() throws Exception {
    sql(
        "insert into events_migrations select 9, '999', 'from the future', 'SQL', 'V999__x.sql', 1,"
            + " 'me', now(), 1, true");

    assertThatThrownBy(opened::another)
        .isInstanceOf(NewerStoreException.class)
        .hasMessageContaining("jdbc:postgresql:")
        .hasMessageContaining("999");
  }

  @Test
  void a_server_that_is_not_there_is_refused() {
    assertThatThrownBy(
            () -> PostgresStores.open("jdbc:postgresql://localhost:1/oo", "me", "secret", HOME))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("must be reachable")
        .hasMessageNotContaining("secret");
  }

  @Test
  void closing_twice_is_fine_and_ends_every_thread() {
    opened.close();
    opened.close();

    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("oo-postgres")));
    assertThatThrownBy(() -> append(log, 1)).isInstanceOf(StoreException.class);
  }
}
