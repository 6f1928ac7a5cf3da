package net.alogins.oo.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A PostgreSQL of its own, whose cluster is in a folder. */
final class PostgresStorage implements Storage {

  /** Kept, so that its level is. */
  private static final Logger NEWS = Logger.getLogger("io.zonky");

  private static final String LOCK = "postmaster.pid";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> FLUSHING =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Path folder;
  private final String flushes;
  private final int port;
  private Optional<EmbeddedPostgres> running = Optional.empty();
  private long postmaster;

  private PostgresStorage(Path folder, String flushes) {
    this.folder = folder;
    this.flushes = flushes;
    this.port = freePort();
    NEWS.setLevel(Level.OFF);
  }

  /** One that flushes what it commits, and runs. */
  static PostgresStorage careful(Path folder) {
    return new PostgresStorage(folder, "on").started();
  }

  /** One that flushes nothing, and runs. */
  static PostgresStorage careless(Path folder) {
    return new PostgresStorage(folder, "off").started();
  }

  private PostgresStorage started() {
    start();
    return this;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void start() {
    EmbeddedPostgres.Builder cluster =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setOutputRedirector(Redirect.DISCARD)
            .setErrorRedirector(Redirect.DISCARD)
            .setServerConfig("max_connections", "50");
    FLUSHING.forEach(setting -> cluster.setServerConfig(setting, flushes));
    try {
      forgetNobody();
      running = Optional.of(cluster.start());
      postmaster = postmaster();
      requireFlushing();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Embedded clusters are told not to flush, unless told otherwise later on the same line. */
  private void requireFlushing() throws SQLException {
    try (Connection database = look();
        Statement show = database.createStatement()) {
      for (String setting : FLUSHING) {
        try (ResultSet value = show.executeQuery("show " + setting)) {
          if (!value.next() || !value.getString(1).equals(flushes)) {
            throw new IllegalStateException(setting + " must be " + flushes);
          }
        }
      }
    }
  }

  @Override
  public void kill() {
    List<ProcessHandle> processes = processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    close();
  }

  /** It stands still, and every connection to it stays; or it goes on. One that just ended may. */
  void isStill(boolean isToStandStill) {
    List<String> kill = new ArrayList<>(List.of("kill", isToStandStill ? "-STOP" : "-CONT"));
    processes().forEach(process -> kill.add("" + process.pid()));
    Shell.succeeds(kill.toArray(String[]::new));
  }

  /**
   * A lock file that was made and never flushed is empty: it names no process, and is in the way.
   */
  private void forgetNobody() throws IOException {
    Path lock = folder.resolve(LOCK);
    if (Files.exists(lock) && Files.size(lock) == 0) {
      Files.delete(lock);
    }
  }

  /** The first of its processes, which the first line of a file names. */
  private long postmaster() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(LOCK))) {
      return Long.parseLong(lines.findFirst().orElseThrow());
    }
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.of(postmaster).stream()
        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
        .toList();
  }

  int port() {
    return port;
  }

  @Override
  public Class<?> server() {
    return Main.class;
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "OO_DATABASE",
        "jdbc:postgresql://localhost:" + port + "/postgres",
        "OO_DATABASE_USER",
        "postgres");
  }

  @Override
  public Connection look() throws SQLException {
    return running
        .orElseThrow(() -> new SQLException("it does not run"))
        .getPostgresDatabase()
        .getConnection();
  }

  @Override
  public void close() {
    running.ifPresent(
        cluster -> {
          try {
            cluster.close();
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
    running = Optional.empty();
  }

  @Override
  public String toString() {
    return "PostgreSQL";
  }
}
