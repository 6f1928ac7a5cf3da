package net.alogins.oo.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real server, in a process of its own. */
final class ServerProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final String GREETING = "oO is at ";

  private final Process process;
  private final BufferedReader out;
  private final URI address;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String greeting = out.readLine();
    if (greeting == null || !greeting.startsWith(GREETING)) {
      process.destroyForcibly();
      throw new IOException("the server must say where it is but said " + greeting);
    }
    this.address = URI.create(greeting.substring(GREETING.length()));
  }

  /** A server on {@code data}, choosing from {@code tasks}, on a free port. */
  static ServerProcess on(Path data, Path tasks) throws IOException {
    return serving("--data-dir", data.toString(), "--port", "0", "--tasks", tasks.toString());
  }

  static ServerProcess serving(String... arguments) throws IOException {
    List<String> serve = Jvm.quick().command(Main.class, "serve", arguments);
    return of(new ProcessBuilder(serve).redirectError(Redirect.INHERIT));
  }

  /** The server that {@code command} starts; the address is the first that it says. */
  static ServerProcess of(ProcessBuilder command) throws IOException {
    return new ServerProcess(command.start());
  }

  URI address() {
    return address;
  }

  /** Writes down what is in its memory and in use. */
  void heap(Path file) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process dump =
        new ProcessBuilder(jcmd, "" + process.pid(), "GC.heap_dump", file.toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    if (ended(dump) != 0) {
      throw new IOException("the memory of the server must be written down");
    }
  }

  /** Ends it as a power cut would: no warning, no farewell. */
  void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Sends it a signal by name. */
  void signal(String name) {
    Shell.run(new ProcessBuilder("kill", "-" + name, "" + process.pid()));
  }

  /** Tells it to end, as a person would, and does not wait for that. */
  void tellToStop() {
    process.toHandle().destroy();
  }

  /** Ends it as a person would, and returns its last words. */
  String stop() {
    tellToStop();
    ended();
    try {
      return String.valueOf(out.readLine());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int ended() {
    return ended(process);
  }

  private static int ended(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server must end in time");
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
