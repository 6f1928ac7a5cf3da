package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.Opened.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SqliteBackupTest {

  private static final int WRITERS = 4;
  private static final int ALL = 1_000_000;

  @TempDir private Path directory;
  private Path file;
  private Path backup;
  private Path restored;

  @BeforeEach
  void name() {
    file = directory.resolve("oo.db");
    backup = directory.resolve("backup.db");
    restored = directory.resolve("restored.db");
  }

  private static void append(EventLog log, int writer, int number) {
    log.append(List.of(decided(writer, number)));
  }

  private static Decided decided(int writer, int number) {
    return SampleEvents.decided(new UserId("ada"), new TipId(writer, number));
  }

  private void writeOne() {
    try (SqliteStores stores = SqliteStores.open(file, HOME)) {
      append(stores.stores().log(), 1, 1);
    }
  }

  private static List<Recorded> rows(Path path) {
    try (SqliteStores stores = SqliteStores.open(path, HOME)) {
      return stores.stores().log().read(0, ALL);
    }
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_backup_under_writers_is_exactly_a_prefix_of_the_log() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Long> known = new ArrayList<>();
    List<Recorded> all;
    try (SqliteStores stores = SqliteStores.open(file, HOME)) {
      EventLog log = stores.stores().log();
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writers.add(threads.submit(() -> write(log, writer, isOver)));
      }
      for (int i = 0; i < 3; i++) {
        append(log, WRITERS, i);
        known.add((long) log.read(0, ALL).size());
        SqliteStores.backup(file, backup(i));
      }
      isOver.set(true);
      for (Future<?> writer : writers) {
        writer.get();
      }
      all = log.read(0, ALL);
    } finally {
      threads.shutdownNow();
    }
    for (int i = 0; i < 3; i++) {
      SqliteStores.restore(backup(i), restored(i));
      assertThat(rows(restored(i)))
          .isEqualTo(rows(backup(i)))
          .isEqualTo(all.subList(0, rows(backup(i)).size()))
          .hasSizeBetween(known.get(i).intValue(), all.size());
    }
  }

  private Path backup(int number) {
    return directory.resolve("backup-" + number + ".db");
  }

  private Path restored(int number) {
    return directory.resolve("restored-" + number + ".db");
  }

  private static void write(EventLog log, int writer, AtomicBoolean isOver) {
    for (int number = 0; !isOver.get(); number++) {
      append(log, writer, number);
    }
  }

  @Test
  void every_tenant_and_every_store_is_in_a_backup() {
    try (SqliteStores stores = SqliteStores.open(file, new TenantId("office"))) {
      append(stores.stores().log(), 1, 1);
      stores.stores().log().advance("scores", 1);
    }
    writeOne();
    SqliteStores.backup(file, backup);
    SqliteStores.restore(backup, restored);

    try (SqliteStores office = SqliteStores.open(restored, new TenantId("office"))) {
      assertThat(office.stores().log().read(0, ALL)).hasSize(1);
      assertThat(office.stores().log().position("scores")).hasValue(1);
    }
    assertThat(rows(restored)).hasSize(1);
  }

  @Test
  void nothing_is_overwritten() throws Exception {
    writeOne();
    Files.writeString(backup, "precious");

    assertThatThrownBy(() -> SqliteStores.backup(file, backup))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(backup + " must not exist yet");
    assertThat(backup).hasContent("precious");
    SqliteStores.backup(file, restored);
    assertThatThrownBy(() -> SqliteStores.restore(restored, file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("move it away");
    assertThat(rows(file)).hasSize(1);
  }

  @Test
  void what_is_left_of_another_database_is_not_mixed_in() throws Exception {
    writeOne();
    SqliteStores.backup(file, backup);
    Files.writeString(directory.resolve("restored.db-wal"), "rows of another time");

    assertThatThrownBy(() -> SqliteStores.restore(backup, restored))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("restored.db-wal must not exist yet");
  }

  @Test
  void a_database_in_use_is_not_restored_over() {
    try (SqliteStores stores = SqliteStores.open(file, HOME)) {
      append(stores.stores().log(), 1, 1);
      SqliteStores.backup(file, backup);

      assertThatThrownBy(() -> SqliteStores.restore(backup, file))
          .isInstanceOf(StoreInUseException.class);
      append(stores.stores().log(), 1, 2);
    }
    assertThat(rows(file)).hasSize(2);
  }

  @Test
  void what_is_not_there_is_named() throws Exception {
    assertThatThrownBy(() -> SqliteStores.backup(file, backup))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> SqliteStores.restore(backup, restored))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(backup.toString());
    assertThat(names()).containsExactly("restored.db.lock");
  }

  @Test
  void a_file_of_another_program_is_no_backup() throws Exception {
    sql(backup, "create table shopping (what text)");

    assertThatThrownBy(() -> SqliteStores.restore(backup, restored))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(backup + " must be a store of oO");
    Files.writeString(backup, "a shopping list, much longer than a header".repeat(100));
    assertThatThrownBy(() -> SqliteStores.restore(backup, restored))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(backup.toString());
    assertThat(restored).doesNotExist();
  }

  @Test
  void a_damaged_backup_is_refused_with_the_row() throws Exception {
    writeOne();
    SqliteStores.backup(file, backup);
    sql(backup, "update events_log set body = x'00'");

    assertThatThrownBy(() -> SqliteStores.restore(backup, restored))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(backup + " must be intact")
        .hasMessageContaining("row 1 ");
    assertThat(restored).doesNotExist();
  }

  @Test
  void a_backup_is_looked_through_to_its_last_row() throws Exception {
    int rows = 2_100;
    try (SqliteStores stores = SqliteStores.open(file, HOME)) {
      stores.stores().log().append(IntStream.range(0, rows).mapToObj(i -> decided(1, i)).toList());
    }
    SqliteStores.backup(file, backup);
    sql(backup, "update events_log set body = x'00' where seq = " + rows);

    assertThatThrownBy(() -> SqliteStores.restore(backup, restored))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(backup + " must be intact")
        .hasMessageContaining("row 2100 ");
  }

  @Test
  void a_damaged_database_is_not_backed_up() throws Exception {
    writeOne();
    sql(file, "update events_log set mark = mark + 1");

    assertThatThrownBy(() -> SqliteStores.backup(file, backup))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("row 1 ");
    assertThat(backup).doesNotExist();
  }

  @Test
  void a_backup_of_a_newer_version_is_refused() throws Exception {
    writeOne();
    SqliteStores.backup(file, backup);
    sql(
        backup,
        "insert into events_migrations select 9, '999', 'from the future', 'SQL', 'V999__x.sql', 1,"
            + " 'me', '2030-01-01 00:00:00.000', 1, 1");

    assertThatThrownBy(() -> SqliteStores.restore(backup, restored))
        .isInstanceOf(NewerStoreException.class)
        .hasMessageContaining("999");
  }

  @Test
  void a_file_of_the_first_version_is_backed_up_as_it_is_and_restored_up_to_date()
      throws Exception {
    try (InputStream golden =
        Objects.requireNonNull(getClass().getResourceAsStream("/golden/v1/oo.db"))) {
      Files.copy(golden, file);
    }
    SqliteStores.backup(file, backup);
    SqliteStores.restore(backup, restored);

    assertThat(rows(restored)).hasSize(13).isEqualTo(rows(backup));
  }

  private static void sql(Path database, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
