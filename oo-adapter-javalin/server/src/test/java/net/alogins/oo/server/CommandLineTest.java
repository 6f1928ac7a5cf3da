package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.SqliteStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class CommandLineTest {

  private static final TenantId HOME = new TenantId("home");

  @TempDir private Path directory;
  private Path data;
  private Path tasks;

  /** What a command line came to. */
  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void write() throws IOException {
    data = directory.resolve("data");
    tasks = Files.writeString(directory.resolve("my.todo.txt"), "Water the plants\n");
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Outcome(line.execute(arguments), out.toString(), err.toString());
  }

  private Outcome serve(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "serve";
    arguments[1] = "--data-dir";
    arguments[2] = data.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  @Test
  void help_names_every_option_and_every_exit_code() {
    assertThat(run("serve", "--help").out())
        .contains("--data-dir", "OO_DATA_DIR", "--port", "OO_PORT", "--tasks", "--demo")
        .contains("64", "66", "69", "73", "75", "76");
  }

  @Test
  void an_unknown_option_is_named() {
    Outcome outcome = serve("--prot", "80");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("--prot").contains("./oo serve --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "-1", "65536"})
  void a_port_that_is_none_is_refused(String port) {
    Outcome outcome = serve("--port", port);

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("port").contains(port);
  }

  @Test
  void a_port_in_use_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome =
          serve("--port", String.valueOf(taken.getLocalPort()), "--tasks", tasks.toString());

      assertThat(outcome.exit()).isEqualTo(69);
      assertThat(outcome.err()).contains("port " + taken.getLocalPort()).contains("--port");
    }
    SqliteStores.open(data.resolve("oo.db"), HOME).close();
  }

  @Test
  void a_tasks_file_that_is_not_there_is_named() {
    Outcome outcome = serve("--tasks", directory.resolve("nowhere.txt").toString());

    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(outcome.err()).contains("nowhere.txt");
  }

  @Test
  void a_folder_is_no_tasks_file() {
    Outcome outcome = serve("--tasks", directory.toString());

    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(outcome.err()).contains(directory.toString());
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
    try (SqliteStores first = new DataDirectory(data).open()) {
      Outcome outcome = serve("--tasks", tasks.toString());

      assertThat(outcome.exit()).isEqualTo(75);
      assertThat(outcome.err()).contains(data.toString());
      assertThat(run("state", "--data-dir", data.toString()).exit()).isEqualTo(75);
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
    try (SqliteStores first = new DataDirectory(data).open()) {
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
          serve("--tasks", tasks.toString()), run("state", "--data-dir", data.toString())
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

    Outcome served = serve("--tasks", tasks.toString());

    assertThat(served.exit()).isEqualTo(exit);
    assertThat(served.err()).contains(data.toString(), "row 1").doesNotContain("\tat ");
    assertThat(run("state", "--data-dir", data.toString()).exit()).isEqualTo(exit);
  }

  @Test
  void an_option_after_the_tasks_is_no_tasks_file() {
    Outcome outcome = serve("--tasks", tasks.toString(), "--unknown");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("--unknown");
  }

  @Test
  void a_file_named_twice_counts_once() throws IOException {
    Path again = directory.resolve(".").resolve("my.todo.txt");
    Path link = Files.createSymbolicLink(directory.resolve("link.txt"), tasks);

    Settings settings =
        new Settings(new DataDirectory(data), 0, List.of(tasks, again, link), false);

    assertThat(settings.tasks()).containsExactly(tasks);
  }

  @Test
  void no_arguments_are_wrong_usage() {
    Outcome outcome = run();

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("serve", "state");
  }

  @Test
  void a_verb_that_is_none_is_named() {
    Outcome outcome = run("sevre");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("sevre");
  }

  @Test
  void an_empty_variable_counts_as_unset() {
    Map<String, String> empty = Map.of("OO_DATA_DIR", "", "OO_PORT", " ", "OO_DEMO", "");
    CommandLine line = Main.commandLine().setDefaultValueProvider(new Variables(empty));

    ParseResult serve = line.parseArgs("serve").subcommand();

    assertThat(serve.<Optional<Path>>matchedOptionValue("--data-dir", Optional.empty())).isEmpty();
    assertThat(serve.commandSpec().findOption("--port").<Integer>getValue()).isEqualTo(8080);
    assertThat(serve.commandSpec().findOption("--demo").<Boolean>getValue()).isFalse();
  }

  @Test
  void a_variable_stands_in_for_its_option() {
    Map<String, String> set = Map.of("OO_PORT", "9000", "OO_DEMO", "true");
    CommandLine line = Main.commandLine().setDefaultValueProvider(new Variables(set));

    ParseResult serve = line.parseArgs("serve").subcommand();

    assertThat(serve.commandSpec().findOption("--port").<Integer>getValue()).isEqualTo(9000);
    assertThat(serve.commandSpec().findOption("--demo").<Boolean>getValue()).isTrue();
  }

  @Test
  void a_variable_that_spells_no_path_is_wrong_usage() {
    assertThatThrownBy(() -> Home.path("OO_TASKS", "a\0b"))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(64))
        .hasMessageContaining("OO_TASKS");
  }

  @ParameterizedTest
  @CsvSource({
    "Address already in use, free but is in use",
    "Permission denied, permission was denied",
    "Cannot assign requested address, Cannot assign"
  })
  void a_port_is_refused_for_its_own_reason(String cause, String reason) {
    Refusal refusal =
        Server.refusal(80, new JavalinException("whatever", new BindException(cause)));

    assertThat(refusal.code()).isEqualTo(69);
    assertThat(refusal).hasMessageContainingAll("port 80", reason, "--port");
  }

  @Test
  void state_leaves_an_empty_database_alone() throws IOException {
    new DataDirectory(data).open().close();
    Path database = Files.write(data.resolve("oo.db"), new byte[0]);

    Outcome outcome = run("state", "--data-dir", data.toString());

    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(database).isEmptyFile();
  }

  @Test
  void state_needs_a_data_directory_that_is_there() {
    Outcome outcome = run("state", "--data-dir", data.toString());

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

    Outcome first = run("state", "--data-dir", data.toString());
    Outcome second = run("state", "--data-dir", data.toString());

    assertThat(first.exit()).isZero();
    assertThat(first.out())
        .contains("row 0", "policy standard", "decisions.decided 0")
        .containsPattern("state [0-9a-f]{64}");
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void the_demo_list_is_made_once() throws IOException {
    new DataDirectory(data).open().close();
    Path list = Demo.list(data);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
        .isEqualTo("rw-------");
    Files.writeString(list, "x done\n", StandardCharsets.UTF_8);

    assertThat(Demo.list(data)).isEqualTo(list).hasContent("x done\n");
  }
}
