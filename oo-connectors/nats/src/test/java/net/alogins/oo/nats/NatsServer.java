package net.alogins.oo.nats;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A nats-server of the tests' own, with JetStream, on a free port: the one of this machine, or
 * Debian's, which is installed if it can be. Otherwise the test is skipped.
 */
public final class NatsServer implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/sbin/nats-server", "/usr/bin/nats-server", "/usr/local/bin/nats-server");
  private static final int PATIENCE_SECONDS = 180;
  private static final long STEP_NANOS = 10_000_000;
  private static final int STEPS = 1_000;

  private final Path store;
  private final int port;
  private final List<String> more;
  private Process process;

  private NatsServer(Path store, int port, List<String> more) {
    this.store = store;
    this.port = port;
    this.more = more;
  }

  /** One that keeps its streams in {@code store}, and does not run yet. */
  public static NatsServer in(Path store) throws IOException, InterruptedException {
    return in(store, List.of());
  }

  /** The same, told {@code more} on its command line. */
  static NatsServer in(Path store, List<String> more) throws IOException, InterruptedException {
    program();
    return new NatsServer(store, freePort(), more);
  }

  /** A port that nobody had a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String program() throws IOException, InterruptedException {
    if (found().isEmpty()) {
      install();
    }
    return found().isEmpty() ? skipped("it could not be installed") : found();
  }

  private static String found() {
    return PLACES.stream()
        .filter(place -> Files.isExecutable(Path.of(place)))
        .findFirst()
        .orElse("");
  }

  private static void install() throws InterruptedException {
    try {
      Process apt =
          new ProcessBuilder("apt-get", "install", "-y", "--no-install-recommends", "nats-server")
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "nats-server-install.log").toFile())
              .start();
      if (!apt.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        apt.destroyForcibly();
      }
    } catch (IOException absent) {
      skipped(String.valueOf(absent.getMessage()));
    }
  }

  private static String skipped(String reason) {
    String line = "no nats-server: " + reason;
    System.out.println(line);
    return abort(line);
  }

  /** Where it is, or will be. */
  public String url() {
    return "nats://127.0.0.1:" + port;
  }

  /** The port of the loopback address that it is on. */
  public int port() {
    return port;
  }

  /** Starts it; it answers when this returns. */
  public NatsServer start() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(program(), "-js", "-a", "127.0.0.1", "-p", "" + port, "-sd", "" + store));
    command.addAll(more);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    for (int step = 0; step < STEPS; step++) {
      if (answers()) {
        return this;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    throw new IllegalStateException("nats-server must start, see " + log());
  }

  private Path log() {
    return store.resolveSibling(store.getFileName() + ".log");
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return process.isAlive();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Forgets everything that it has stored; it must not run. */
  public void wipe() throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      files.sorted(Comparator.reverseOrder()).forEach(NatsServer::delete);
    }
  }

  /** Keeps a copy of everything that it has stored in {@code copy}; it must not run. */
  public void save(Path copy) throws IOException {
    copy(store, copy);
  }

  /** Has what {@link #save} kept in {@code copy} be what it has stored; it must not run. */
  public void restore(Path copy) throws IOException {
    copy(copy, store);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
