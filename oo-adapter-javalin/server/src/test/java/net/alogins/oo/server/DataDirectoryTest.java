package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a data directory that is not as it should be: the command line says so, and
 * leaves it.
 */
class DataDirectoryTest {

  @TempDir private Path directory;
  private Path data;
  private Path tasks;

  @BeforeEach
  void write() throws IOException {
    data = directory.resolve("data");
    tasks = Files.writeString(directory.resolve("my.todo.txt"), "Water the plants\n");
  }

  private Outcome serve(String... more) {
    return Terminal.serve(data, more);
  }

  @Test
  void a_data_directory_that_is_a_file_is_refused() throws IOException {
    Files.writeString(data, "not a folder");

    Outcome outcome = serve("--tasks", tasks.toString());

    assertThat(outcome.exit()).isEqualTo(73);
    assertThat(outcome.err()).contains(data.toString());
    assertThat(data).hasContent("not a folder");
  }

  @Test
  void a_data_directory_in_use_is_refused() {
    try (Kept first = new DataDirectory(data).open()) {
      Outcome outcome = serve("--tasks", tasks.toString());

      assertThat(outcome.exit()).isEqualTo(75);
      assertThat(outcome.err()).contains(data.toString());
      assertThat(Terminal.run("state", "--data-dir", data.toString()).exit()).isEqualTo(75);
      assertThat(first.stores().log().read(0, 1)).isEmpty();
    }
  }

  @Test
  void a_data_directory_of_a_newer_version_is_refused() throws SQLException {
    new DataDirectory(data).open().close();
    sql(
        "insert into events_migrations select 9, '999', 'later', 'SQL', 'V999__x.sql', 1, 'me',"
            + " '2030-01-01 00:00:00.000', 1, 1");

    Outcome outcome = serve("--tasks", tasks.toString());

    assertThat(outcome.exit()).isEqualTo(76);
    assertThat(outcome.err()).contains("999").contains(data.toString());
  }

  /** Changes the database behind the server's back. */
  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("oo.db"));
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void the_demo_is_not_seeded_where_another_server_lives() {
    try (Kept first = new DataDirectory(data).open()) {
      assertThat(serve("--demo").exit()).isEqualTo(75);
      assertThat(first.stores().log().read(0, 1)).isEmpty();
    }
    assertThat(data.resolve("demo.todo.txt")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"rwxr-x---", "rwx-----x", "rwx---r--"})
  void a_data_directory_that_others_may_enter_is_refused(String permissions) throws IOException {
    new DataDirectory(data).open().close();
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(permissions));

    assertRefusedAsOpenToOthers("chmod 700 '" + data + "'");
  }

  @Test
  void a_database_that_others_may_read_is_refused() throws IOException {
    new DataDirectory(data).open().close();
    Path database = data.resolve("oo.db");
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));

    assertRefusedAsOpenToOthers("chmod 600 '" + database + "'");
  }

  private void assertRefusedAsOpenToOthers(String fix) {
    for (Outcome outcome :
        new Outcome[] {
          serve("--tasks", tasks.toString()), Terminal.run("state", "--data-dir", data.toString())
        }) {
      assertThat(outcome.exit()).isEqualTo(73);
      assertThat(outcome.err()).contains("must be accessible to its owner only").contains(fix);
    }
  }

  @ParameterizedTest
  @CsvSource({"01ff0000000000, 73", "02010000000000, 76"})
  void a_row_that_cannot_be_read_is_named_with_its_data_directory(String body, int exit)
      throws SQLException, IOException {
    new DataDirectory(data).open().close();
    sql(
        "insert into events_log (tenant, seq, subject, identity, is_decision, body)"
            + " values ('home', 1, 'me', 'x', 0, x'%s')".formatted(body));
    sql("update events_sequence set last = 1");

    Outcome served = serve("--tasks", tasks.toString());

    assertThat(served.exit()).isEqualTo(exit);
    assertThat(served.err()).contains(data.toString(), "row 1").doesNotContain("\tat ");
    assertThat(Terminal.run("state", "--data-dir", data.toString()).exit()).isEqualTo(exit);
  }

  @Test
  void a_log_with_a_row_too_many_is_refused_with_its_data_directory()
      throws SQLException, IOException {
    new DataDirectory(data).open().close();
    sql(
        "insert into events_log (tenant, seq, subject, identity, is_decision, body)"
            + " values ('home', 1, 'me', 'x', 0, x'00')");

    Outcome served = serve("--tasks", tasks.toString());

    assertThat(served.exit()).isEqualTo(73);
    assertThat(served.err()).contains(data.toString(), "from 1 to 1").doesNotContain("\tat ");
  }

  @Test
  void state_leaves_an_empty_database_alone() throws IOException {
    new DataDirectory(data).open().close();
    Path database = Files.write(data.resolve("oo.db"), new byte[0]);

    Outcome outcome = Terminal.run("state", "--data-dir", data.toString());

    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(database).isEmptyFile();
  }

  @Test
  void state_needs_a_data_directory_that_is_there() {
    Outcome outcome = Terminal.run("state", "--data-dir", data.toString());

    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(outcome.err()).contains(data.toString());
    assertThat(data).doesNotExist();
  }

  @Test
  void the_data_directory_is_the_owners_alone() throws IOException {
    new DataDirectory(data).open().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
  }

  @Test
  void state_prints_counters_and_the_hash_and_changes_nothing() throws IOException {
    new DataDirectory(data).open().close();

    Outcome first = Terminal.run("state", "--data-dir", data.toString());
    Outcome second = Terminal.run("state", "--data-dir", data.toString());

    assertThat(first.exit()).isZero();
    assertThat(first.out())
        .contains("row 0", "policy standard", "decisions.decided 0")
        .containsPattern("state [0-9a-f]{64}");
    assertThat(second.out()).isEqualTo(first.out());
  }
}
