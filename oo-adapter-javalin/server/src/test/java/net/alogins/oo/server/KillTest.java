package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.jdbc.SqliteStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariants I1 and I4: what was acknowledged is there after any kill, once, and is learned once.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("oo.kills", 10);
  private static final int WRITERS = 8;
  private static final int ACKNOWLEDGED = 40;

  @TempDir private Path directory;

  /** A reaction that the server said it had recorded. */
  private record Told(String tip, String id) {}

  @Test
  void no_acknowledged_reaction_is_lost_and_none_is_learned_twice() throws Exception {
    Path data = directory.resolve("data");
    Path tasks = directory.resolve("todo.txt");
    Queue<Told> acknowledged = new ConcurrentLinkedQueue<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Files.write(tasks, freshTasks(kill));
      try (ServerProcess server = ServerProcess.on(data, tasks)) {
        killedWhileTold(server, acknowledged);
      }
      assertAllThere(data, acknowledged);
    }
    Files.write(tasks, freshTasks(KILLS));
    String live = livedOn(data, tasks);
    String replayed = replayed(data);
    assertThat(live).contains(hash(replayed));
    assertLearnedOnce(data, replayed);
    System.out.printf(
        "kill -9: %d kills, %d writers, %d reactions acknowledged, 0 lost%n",
        KILLS, WRITERS, acknowledged.size());
  }

  private static List<String> freshTasks(int life) {
    return IntStream.range(0, 3 * ACKNOWLEDGED)
        .mapToObj(i -> "Task " + i + " of life " + life + " min:5")
        .toList();
  }

  /** Writers react until enough was acknowledged since the start; then comes the kill. */
  private static void killedWhileTold(ServerProcess server, Queue<Told> acknowledged)
      throws InterruptedException {
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    for (int i = 0; i < WRITERS; i++) {
      String kind = i % 2 == 0 ? "done" : "dismiss";
      writers.execute(() -> tellUntilItDies(server, kind, acknowledged, enough));
    }
    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
    server.kill();
    writers.shutdown();
    assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  private static void tellUntilItDies(
      ServerProcess server, String kind, Queue<Told> acknowledged, CountDownLatch enough) {
    Client client = new Client(server.address());
    try {
      while (true) {
        Told told = new Told(client.tip(), UUID.randomUUID().toString());
        if (client.react(told.tip(), kind, told.id())) {
          acknowledged.add(told);
          enough.countDown();
        }
      }
    } catch (IOException dead) {
      return;
    }
  }

  private static void assertAllThere(Path data, Collection<Told> acknowledged) {
    Map<Told, Long> there = reactions(data);
    assertThat(there.keySet()).containsAll(acknowledged);
    assertThat(there.values()).containsOnly(1L);
  }

  private static Map<Told, Long> reactions(Path data) {
    return rows(data).stream()
        .filter(row -> row.event() instanceof Reacted)
        .map(row -> (Reacted) row.event())
        .map(reacted -> new Told(reacted.tip().toString(), reacted.id().value()))
        .collect(Collectors.groupingBy(told -> told, Collectors.counting()));
  }

  private static List<Recorded> rows(Path data) {
    try (SqliteStores kept = SqliteStores.open(data.resolve("oo.db"), new TenantId("home"))) {
      return kept.stores().log().read(0, Integer.MAX_VALUE);
    }
  }

  /** A last life with more reactions, and the words it ends with. */
  private static String livedOn(Path data, Path tasks) throws IOException {
    try (ServerProcess server = ServerProcess.on(data, tasks)) {
      Client client = new Client(server.address());
      for (int i = 0; i < 20; i++) {
        client.react(client.tip(), "done", "last " + i);
      }
      return server.stop();
    }
  }

  private static String replayed(Path data) {
    StringWriter out = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute("state", "--data-dir", data.toString());
    assertThat(exit).isZero();
    return out.toString();
  }

  private static String hash(String state) {
    return state.lines().filter(line -> line.startsWith("state ")).findFirst().orElseThrow();
  }

  /** Every decision that was answered, and not withdrawn before, counts once. */
  private static void assertLearnedOnce(Path data, String state) {
    Set<TipId> answered = tips(data, Reacted.class);
    answered.removeAll(tips(data, Withdrawn.class));
    assertThat(state).contains("decisions.learned " + answered.size() + System.lineSeparator());
  }

  private static Set<TipId> tips(Path data, Class<? extends Event> type) {
    return rows(data).stream()
        .map(Recorded::event)
        .filter(type::isInstance)
        .flatMap(event -> event.about().stream())
        .collect(Collectors.toSet());
  }
}
