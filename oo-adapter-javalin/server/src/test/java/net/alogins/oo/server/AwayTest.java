package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever asks is told while PostgreSQL is away: soon, and to come back. */
class AwayTest {

  private static final int ASKERS = 8;
  private static final Duration OUTAGE = Duration.ofSeconds(1);
  private static final Duration DEADLINE = ServerModule.PATIENCE.plusMillis(50);
  private static final Duration QUICK = Duration.ofMillis(500);
  private static final Duration RETURN = Duration.ofSeconds(5);
  private static final long BREATH_NANOS = 10_000_000;

  @TempDir private Path directory;
  private final ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
  private PostgresStorage postgres;
  private Cable cable;
  private ServerProcess server;
  private Client client;

  @BeforeEach
  void begin() throws IOException {
    postgres = PostgresStorage.careful(directory.resolve("cluster"));
    cable = new Cable(postgres.port());
    List<String> tasks = IntStream.range(0, 50).mapToObj(i -> "Task " + i).toList();
    ProcessBuilder serve =
        new ProcessBuilder(
            Jvm.quick()
                .command(
                    Main.class,
                    "serve",
                    "--port",
                    "0",
                    "--data-dir",
                    directory.resolve("data").toString(),
                    "--tasks",
                    Files.write(directory.resolve("todo.txt"), tasks).toString()));
    serve.environment().putAll(postgres.environment());
    serve
        .environment()
        .put("OO_DATABASE", "jdbc:postgresql://127.0.0.1:" + cable.port() + "/postgres");
    Redirect said = Redirect.to(directory.resolve("stderr.txt").toFile());
    server = ServerProcess.of(serve.redirectError(said));
    client = new Client(server.address());
  }

  @AfterEach
  void end() throws IOException {
    threads.shutdownNow();
    server.close();
    cable.close();
    postgres.close();
  }

  @Test
  void whoever_asks_is_told_within_the_deadline_that_postgresql_is_away() throws Exception {
    requireTold("stood still", () -> postgres.isStill(true), () -> postgres.isStill(false));
    requireTold("was cut off", () -> cable.isCut(true), () -> cable.isCut(false));
    requireTold("was killed", postgres::kill, postgres::start);
  }

  private void requireTold(String what, Runnable fault, Runnable remedy) throws Exception {
    String tip = client.tip();
    String id = what.replace(' ', '-');
    fault.run();
    List<Long> first = refusals(tip, id, Duration.ZERO);
    List<Long> next = refusals(tip, id, OUTAGE);
    remedy.run();
    long returned = System.nanoTime();
    await().atMost(RETURN).until(() -> client.react(tip, "dismiss", id));
    long slowest = first.get(first.size() - 1);
    long usual = next.get(next.size() / 2);
    System.out.printf(
        "away: PostgreSQL %s, the first were told within %d ms, the %d next within %d (median %d),"
            + " back after %d ms%n",
        what,
        slowest,
        next.size(),
        next.get(next.size() - 1),
        usual,
        (System.nanoTime() - returned) / 1_000_000);
    assertThat(Math.max(slowest, next.get(next.size() - 1))).isLessThan(DEADLINE.toMillis());
    assertThat(usual).as("once it is known").isLessThan(QUICK.toMillis());
    assertThat(rows("reaction/" + tip + "/" + id)).isEqualTo(1);
  }

  /** Milliseconds until each of those who asked, once and for so long, was told: sorted. */
  private List<Long> refusals(String tip, String id, Duration length) throws Exception {
    List<Callable<List<Long>>> asking = new ArrayList<>();
    long end = System.nanoTime() + length.toNanos();
    String reaction = "{\"tip\":\"%s\",\"kind\":\"dismiss\",\"id\":\"%s\"}".formatted(tip, id);
    for (int i = 0; i < ASKERS / 2; i++) {
      asking.add(() -> refusals(end, "/v1/tips", "{}"));
      asking.add(() -> refusals(end, "/v1/feedback", reaction));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> each : threads.invokeAll(asking)) {
      all.addAll(each.get());
    }
    return all.stream().sorted().toList();
  }

  private List<Long> refusals(long end, String path, String body) throws IOException {
    List<Long> refusals = new ArrayList<>();
    do {
      long begun = System.nanoTime();
      HttpResponse<String> answer = client.post(path, body);
      refusals.add((System.nanoTime() - begun) / 1_000_000);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
      LockSupport.parkNanos(BREATH_NANOS);
    } while (System.nanoTime() < end);
    return refusals;
  }

  private long rows(String identity) throws Exception {
    try (Connection database = postgres.look();
        Statement sql = database.createStatement();
        ResultSet count =
            sql.executeQuery(
                "select count(*) from events_log where identity = '" + identity + "'")) {
      count.next();
      return count.getLong(1);
    }
  }
}
