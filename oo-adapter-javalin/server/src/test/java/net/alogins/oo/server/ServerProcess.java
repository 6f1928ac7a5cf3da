package net.alogins.oo.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> command = command("serve");
    command.addAll(List.of(arguments));
    return new ServerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** A command line that runs a verb in a JVM of its own. */
  static List<String> command(String verb) {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    return new ArrayList<>(
        List.of(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            verb));
  }

  URI address() {
    return address;
  }

  /** Ends it as a power cut would: no warning, no farewell. */
  void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Ends it as a person would, and returns its last words. */
  String stop() {
    process.toHandle().destroy();
    ended();
    try {
      return String.valueOf(out.readLine());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int ended() {
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
