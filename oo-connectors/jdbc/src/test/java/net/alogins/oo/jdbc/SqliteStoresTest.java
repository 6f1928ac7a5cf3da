package net.alogins.oo.jdbc;

import static net.alogins.oo.jdbc.Opened.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.event.Appended;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.NewerEventException;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.testkit.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest {

  private static final UserId ADA = new UserId("ada");

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("oo.db");
  }

  @Test
  void a_file_in_use_is_refused_and_left_alone() {
    try (SqliteStores first = SqliteStores.open(file, HOME)) {
      assertThatThrownBy(() -> SqliteStores.open(file, HOME))
          .isInstanceOf(StoreInUseException.class)
          .hasMessageContaining(file.toString());
      assertThat(append(first.stores().log(), 1)).isEqualTo(1);
    }
    SqliteStores.open(file, HOME).close();
  }

  @Test
  void refusing_another_opening_leaves_the_lock_where_it_is() throws Exception {
    try (SqliteStores first = SqliteStores.open(file, HOME)) {
      assertThatThrownBy(() -> SqliteStores.open(file, HOME))
          .isInstanceOf(StoreInUseException.class);

      assertThat(openedElsewhere()).contains("StoreInUseException");
      assertThat(append(first.stores().log(), 1)).isEqualTo(1);
    }
  }

  /** What another process says that opens the file. */
  private String openedElsewhere() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  /** Another process that opens the file. */
  static final class Elsewhere {

    private Elsewhere() {}

    public static void main(String[] arguments) {
      SqliteStores.open(Path.of(arguments[0]), HOME).close();
    }
  }

  @Test
  void a_damaged_row_is_named_by_its_number() throws SQLException {
    try (SqliteStores kept = SqliteStores.open(file, HOME)) {
      append(kept.stores().log(), 1);
      sql("update events_log set body = x'01' || substr(body, 2, 40)");

      assertThatThrownBy(() -> kept.stores().log().read(0, 10))
          .isInstanceOf(CorruptEventException.class)
          .hasMessageContaining("row 1");
      sql("update events_log set mark = null, body = x'02' || substr(body, 2)");
      assertThatThrownBy(() -> kept.stores().log().read(0, 10))
          .isInstanceOf(NewerEventException.class)
          .hasMessageContaining("row 1");
    }
  }

  @Test
  void a_file_of_a_newer_version_is_refused_and_left_alone() throws SQLException {
    SqliteStores.open(file, HOME).close();
    sql(
        "insert into events_migrations select 9, '999', 'from the future', 'SQL', 'V999__x.sql', 1,"
            + " 'me', '2030-01-01 00:00:00.000', 1, 1");

    assertThatThrownBy(() -> SqliteStores.open(file, HOME))
        .isInstanceOf(NewerStoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("999");
    assertThatThrownBy(() -> SqliteStores.open(file, HOME))
        .as("the lock was let go")
        .isInstanceOf(NewerStoreException.class);
  }

  @Test
  void what_is_no_database_is_named() throws IOException {
    Files.writeString(file, "a shopping list, much longer than a header".repeat(100));

    assertThatThrownBy(() -> SqliteStores.open(file, HOME))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    Path nowhere = directory.resolve("nowhere/oo.db");

    assertThatThrownBy(() -> SqliteStores.open(nowhere, HOME))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void only_the_owner_may_read_it() throws IOException {
    try (SqliteStores kept = SqliteStores.open(file, HOME)) {
      append(kept.stores().log(), 1);
      try (var files = Files.list(directory)) {
        assertThat(files)
            .hasSizeGreaterThanOrEqualTo(2)
            .allSatisfy(
                each ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void every_commit_reaches_the_disk() throws SQLException {
    try (SqliteStores kept = SqliteStores.open(file, HOME)) {
      append(kept.stores().log(), 1);

      assertThat(sql("pragma journal_mode")).isEqualTo("wal");
    }
  }

  @Test
  void a_number_is_never_given_out_again() {
    try (SqliteStores kept = SqliteStores.open(file, HOME)) {
      append(kept.stores().log(), 1);
      append(kept.stores().log(), 2);
      kept.stores().log().trim(2);
    }
    try (SqliteStores kept = SqliteStores.open(file, HOME)) {
      assertThat(append(kept.stores().log(), 3)).isEqualTo(3);
    }
  }

  @Test
  void a_log_without_its_last_row_is_refused() throws SQLException {
    try (SqliteStores kept = SqliteStores.open(file, HOME)) {
      append(kept.stores().log(), 1);
      append(kept.stores().log(), 2);
    }
    sql("delete from events_log where seq = 2");

    assertThatThrownBy(() -> SqliteStores.open(file, HOME))
        .isInstanceOf(CorruptEventException.class)
        .hasMessageContaining("from 1 to 2")
        .hasMessageContaining("from 1 to 1");
  }

  @Test
  void tenants_do_not_see_each_other() {
    try (SqliteStores kept = SqliteStores.open(file, HOME)) {
      append(kept.stores().log(), 1);
    }
    try (SqliteStores kept = SqliteStores.open(file, new TenantId("office"))) {
      assertThat(kept.stores().log().read(0, 10)).isEmpty();
      assertThat(append(kept.stores().log(), 1)).isEqualTo(1);
    }
  }

  @Test
  void closing_twice_is_fine() {
    SqliteStores kept = SqliteStores.open(file, HOME);
    kept.close();
    kept.close();
  }

  private static long append(EventLog log, long tip) {
    List<Appended> outcome = log.append(List.of(SampleEvents.decided(ADA, new TipId(tip, tip))));
    return outcome.get(0).seq();
  }

  private String sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      if (!sql.execute(statement)) {
        return "";
      }
      try (ResultSet rows = sql.getResultSet()) {
        return rows.getString(1);
      }
    }
  }
}
