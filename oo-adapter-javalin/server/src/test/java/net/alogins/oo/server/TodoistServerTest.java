package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.todoist.FakeTodoist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server and the Todoist that its SDK has judged, without a browser between them. */
class TodoistServerTest {

  private static final int TASKS = 10_000;
  private static final int ROUNDS = 5;
  private static final int KILLS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private FakeTodoist todoist;
  private ServerProcess server;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    todoist = FakeTodoist.start(URI.create("http://127.0.0.1/connected"), Clock.systemUTC());
    Files.createFile(directory.resolve("my.todo.txt"));
  }

  private void serve(String... more) throws IOException {
    List<String> command =
        Jvm.quick()
            .command(
                Main.class,
                "serve",
                "--data-dir",
                directory.resolve("data").toString(),
                "--port",
                "0",
                "--tasks",
                directory.resolve("my.todo.txt").toString(),
                "--todoist",
                "--todoist-url",
                todoist.url().toString());
    command.addAll(List.of(more));
    Redirect log = Redirect.appendTo(directory.resolve("log.txt").toFile());
    server = ServerProcess.of(new ProcessBuilder(command).redirectError(log));
    client = new Client(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
    todoist.close();
  }

  private void connect(String token) throws IOException {
    String wanted = "{\"connector\":\"todoist\",\"secret\":\"%s\",\"mayWrite\":true,\"id\":\"1\"}";
    assertThat(client.post("/v1/connections", wanted.formatted(token)).statusCode()).isIn(200, 201);
  }

  private JsonNode connection() {
    try {
      return Client.json(client.get("/v1/connections")).at("/connections/0");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void syncedAfter(String last) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !connection().path("synced").asText().equals(last));
  }

  private boolean has(Path file, String words) {
    try {
      String all = Files.readString(file, StandardCharsets.ISO_8859_1);
      String wide =
          new String(words.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
      return all.contains(words) || all.contains(wide);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<Path> filesWith(String words) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).filter(file -> has(file, words)).toList();
    }
  }

  @Test
  void a_token_is_nowhere_but_with_its_system() throws Exception {
    serve("--sync-every", "1");
    todoist.account().add("Buy milk");
    String token = todoist.personalToken();
    connect(token);
    syncedAfter("");
    assertThat(client.react(client.tip(), "done", "1")).isTrue();
    await().atMost(PATIENCE).until(() -> todoist.account().open().isEmpty());
    todoist.revokeTokens();
    await().atMost(PATIENCE).until(() -> connection().path("state").asText().equals("reconnect"));
    for (String path : List.of("/v1/export", "/metrics", "/v1/connections", "/v1/health")) {
      Files.writeString(
          directory.resolve(path.substring(1).replace('/', '-')), client.get(path).body());
    }
    server.heap(directory.resolve("idle.hprof"));

    assertThat(filesWith(connection().path("id").asText())).hasSizeGreaterThan(2);
    assertThat(filesWith(token)).isEmpty();
  }

  private Duration resync(String token) throws IOException {
    JsonNode before = connection();
    long begun = System.nanoTime();
    String path = "/v1/connections/" + before.path("id").asText() + "/reconnect";
    client.post(path, "{\"secret\":\"%s\",\"mayWrite\":true}".formatted(token));
    syncedAfter(before.path("synced").asText());
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private int candidates() throws IOException {
    return Client.json(client.get("/v1/tips/" + client.tip())).at("/decision/candidates").asInt();
  }

  private void rename(List<String> tasks, String name) {
    tasks.forEach(task -> todoist.account().change(task, fields -> fields.put("content", name)));
  }

  @Test
  void ten_thousand_tasks_come_within_seconds_and_ten_changes_at_once() throws IOException {
    serve("--sync-every", "3600");
    List<String> tasks =
        IntStream.range(0, TASKS).mapToObj(i -> todoist.account().add("Task " + i)).toList();
    String token = todoist.personalToken();
    long begun = System.nanoTime();
    connect(token);
    syncedAfter("");
    Duration first = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(candidates()).isEqualTo(TASKS);

    List<Duration> next = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rename(tasks.subList(10 * round, 10 * round + 10), "Renamed " + round);
      next.add(resync(token));
    }
    Collections.sort(next);
    System.out.printf(
        "server: %,d tasks synced in %d ms, 10 changes in %d ms (median of %d)%n",
        TASKS, first.toMillis(), next.get(ROUNDS / 2).toMillis(), ROUNDS);
    assertThat(first).isLessThan(Duration.ofSeconds(30));
    assertThat(next.get(ROUNDS / 2)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void a_sync_that_is_killed_goes_on_and_ends_with_what_is_there() throws IOException {
    IntStream.range(0, TASKS).forEach(i -> todoist.account().add("Task " + i));
    serve("--sync-every", "1");
    connect(todoist.personalToken());
    for (int kill = 0; kill < KILLS; kill++) {
      server.kill();
      todoist.account().delete(todoist.account().open().iterator().next());
      serve("--sync-every", "1");
    }
    await().atMost(PATIENCE).until(() -> candidates() == TASKS - KILLS);
  }
}
