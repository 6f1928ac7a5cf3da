package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.server.Terminal.Outcome;
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

  @BeforeEach
  void write() throws IOException {
    data = directory.resolve("data");
    tasks = Files.writeString(directory.resolve("my.todo.txt"), "Water the plants\n");
  }

  private Outcome serve(String... more) {
    return Terminal.serve(data, more);
  }

  @Test
  void help_names_every_option_and_every_exit_code() {
    assertThat(Terminal.run("serve", "--help").out())
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
        new Settings(Place.in(new DataDirectory(data)), 0, List.of(tasks, again, link), false);

    assertThat(settings.tasks()).containsExactly(tasks);
  }

  @Test
  void no_arguments_are_wrong_usage() {
    Outcome outcome = Terminal.run();

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("serve", "state");
  }

  @Test
  void a_verb_that_is_none_is_named() {
    Outcome outcome = Terminal.run("sevre");

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
  void the_demo_list_is_made_once() throws IOException {
    new DataDirectory(data).open().close();
    Path list = Demo.list(data);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
        .isEqualTo("rw-------");
    Files.writeString(list, "x done\n", StandardCharsets.UTF_8);

    assertThat(Demo.list(data)).isEqualTo(list).hasContent("x done\n");
  }
}
