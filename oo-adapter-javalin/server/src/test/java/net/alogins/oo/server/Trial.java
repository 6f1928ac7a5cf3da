package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A server that is ended again and again while it is told how people react, and what must be known
 * of them afterwards (invariants I1 and I4).
 */
final class Trial {

  private static final int TASKS = 48;
  private static final int MOST_ACKNOWLEDGED = 32;
  private static final long LONGEST_NANOS = 10_000_000;

  private final Jvm jvm;
  private final Storage storage;
  private final Path tasks;
  private final Path scratch;
  private final Path errors;
  private final SplittableRandom chance;
  private final Promises promises = new Promises();
  private int lives;
  private long lost;
  private long doubled;
  private long differing;
  private long cut;

  /**
   * A trial of servers on {@code storage}, whose moments of death {@code seed} decides; {@code
   * folder} is for what it needs beside.
   */
  Trial(Jvm jvm, Storage storage, Path folder, long seed) {
    this.scratch = folder.resolve("scratch");
    this.jvm = jvm.with("-Djava.io.tmpdir=" + scratch);
    this.errors = folder.resolve("stderr.txt");
    this.storage = storage;
    this.tasks = folder.resolve("todo.txt");
    this.chance = new SplittableRandom(seed);
  }

  /**
   * What is said from now on is no promise, until the next life: a machine without power would not
   * have said it. {@link Disk} says why.
   */
  void listenNoMore() {
    promises.hear(false);
  }

  /** A life that {@code death} ends; what earlier lives acknowledged is looked for before. */
  void live(Consumer<ServerProcess> death) throws Exception {
    promises.hear(true);
    try (ServerProcess server = start()) {
      look();
      Writers writers = Writers.begin(server, promises, chance.nextInt(1, MOST_ACKNOWLEDGED + 1));
      writers.await(chance.nextLong(LONGEST_NANOS));
      death.accept(server);
      writers.join();
      cut += writers.cut();
    }
  }

  private ServerProcess start() throws IOException {
    Folders.empty(scratch);
    Files.write(tasks, freshTasks(lives++));
    ProcessBuilder serve = process(storage.server(), "serve");
    serve.command().addAll(List.of("--port", "0", "--tasks", tasks.toString()));
    return ServerProcess.of(serve);
  }

  private static List<String> freshTasks(int life) {
    return IntStream.range(0, TASKS)
        .mapToObj(i -> "Task " + i + " of life " + life + " min:5")
        .toList();
  }

  private ProcessBuilder process(Class<?> main, String verb) {
    ProcessBuilder process = new ProcessBuilder(jvm.command(main, verb));
    process.command().addAll(storage.arguments());
    process.environment().putAll(storage.environment());
    return process.redirectError(Redirect.appendTo(errors.toFile()));
  }

  private void look() throws SQLException {
    try (Connection database = storage.look()) {
      promises.look(database);
    }
    requireKept();
  }

  /** How many acknowledged reactions the log does not hold; all of them when it cannot be read. */
  long lost() {
    try (Connection database = storage.look()) {
      promises.lookAgain(database);
      return promises.lost();
    } catch (SQLException unreadable) {
      return promises.count();
    }
  }

  /** How many reactions were acknowledged. */
  long acknowledged() {
    return promises.count();
  }

  /** How many answers began and did not end, as happens when a server is killed. */
  long cut() {
    return cut;
  }

  private void requireKept() {
    lost = promises.lost();
    doubled = promises.doubled().size();
    assertThat(promises.broken()).as("acknowledged, and lost before life %d", lives).isEmpty();
    assertThat(promises.doubled()).as("there more than once in life %d", lives).isEmpty();
  }

  /**
   * A life that ends in good order. Everything ever acknowledged has to be in its log, and another
   * process has to come to the state that it ended with, both by recovering and by learning all of
   * that log again.
   */
  void recollect() throws Exception {
    String words = livedInPeace();
    String rebuilt = rebuilt();
    try (Connection database = storage.look()) {
      promises.lookAgain(database);
    }
    requireKept();
    requireSame(words, rebuilt, "before");
    requireSame(words, rebuilt, "state");
    requireCount(rebuilt, "decisions.decided", promises.rows("decided/"));
    requireCount(rebuilt, "decisions.learned", promises.learnable());
    requireCount(rebuilt, "reactions.recorded", promises.rows("reaction/"));
  }

  private void requireSame(String words, String rebuilt, String name) {
    String same =
        "oO stopped at row %s with state %s".formatted(value(rebuilt, "row"), value(rebuilt, name));
    differing += same.equals(words) ? 0 : 1;
    assertThat(same).as("the %s of %s", name, rebuilt).isEqualTo(words);
  }

  private static void requireCount(String rebuilt, String name, long rows) {
    assertThat(value(rebuilt, name)).as(name).isEqualTo(String.valueOf(rows));
  }

  private String livedInPeace() throws Exception {
    promises.hear(true);
    try (ServerProcess server = start()) {
      look();
      Writers writers = Writers.begin(server, promises, MOST_ACKNOWLEDGED);
      writers.await(0);
      String words = server.stop();
      writers.join();
      return words;
    }
  }

  private String rebuilt() {
    return Shell.run(process(Main.class, "rebuild"));
  }

  static String value(String said, String name) {
    return said.lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** What was found, in the words of the closing line. */
  String verdict() {
    return "%d writers, %d acknowledged, %d lost, %d double, %d differing hashes"
            .formatted(Writers.COUNT, promises.count(), lost, doubled, differing)
        + (promises.tooLate() == 0 ? "" : ", %d said too late".formatted(promises.tooLate()));
  }
}
