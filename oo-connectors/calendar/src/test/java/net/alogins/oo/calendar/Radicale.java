package net.alogins.oo.calendar;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real CalDAV server on this machine: Radicale, in an environment of its own under {@code target}
 * of this module, which is installed from PyPI if it is not there; who cannot is skipped, and told
 * so. For the tests of others, too.
 */
public final class Radicale {

  /** Who has calendars there. */
  public static final String USER = "ada";

  /** Their password. */
  public static final String PASSWORD = "open: sesame";

  private static final List<String> PACKAGES =
      List.of("radicale==3.9.0", "recurring-ical-events==3.8.2");
  private static final long PATIENCE_SECONDS = 180;
  private static final Pattern LISTENING =
      Pattern.compile(".*Listening on '127\\.0\\.0\\.1:(\\d+)'.*");
  private static final Path FOLDER =
      Path.of("..", "..", "oo-connectors", "calendar", "target", "radicale")
          .toAbsolutePath()
          .normalize();

  private static Radicale shared;

  private final URI address;
  private final Path storage;

  private Radicale(URI address, Path storage) {
    this.address = address;
    this.storage = storage;
  }

  /** The one of all tests, which ends with them. */
  public static synchronized Radicale shared() throws IOException, InterruptedException {
    if (shared == null) {
      shared = started(installed());
    }
    return shared;
  }

  /** The Python of its environment, which has dateutil and recurring-ical-events too. */
  static synchronized Path python() throws IOException, InterruptedException {
    return installed();
  }

  private static Path installed() throws IOException, InterruptedException {
    Path python = FOLDER.resolve("env/bin/python");
    Files.createDirectories(FOLDER);
    Path installed = FOLDER.resolve("installed " + String.join(" ", PACKAGES));
    if (!Files.exists(installed)) {
      run("python3", "-m", "venv", FOLDER.resolve("env").toString());
      List<String> pip = List.of(python.toString(), "-m", "pip", "install", "-q");
      run(Stream.concat(pip.stream(), PACKAGES.stream()).toArray(String[]::new));
      Files.createFile(installed);
    }
    return python;
  }

  private static void run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(FOLDER.resolve("install.log").toFile()))
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        skip(String.join(" ", command) + " failed, see install.log in target/radicale");
      }
    } catch (IOException absent) {
      skip(String.valueOf(absent.getMessage()));
    }
  }

  private static void skip(String reason) {
    String line = "no radicale: " + reason;
    System.out.println(line);
    abort(line);
  }

  private static Radicale started(Path python) throws IOException {
    Path own = Files.createTempDirectory(FOLDER, "run");
    Path storage = own.resolve("storage");
    Path users = Files.writeString(own.resolve("users"), USER + ":" + PASSWORD + "\n");
    Path settings =
        Files.writeString(
            own.resolve("config"),
            """
            [server]
            hosts = 127.0.0.1:%d
            delay_on_error = 0
            [auth]
            type = htpasswd
            htpasswd_filename = %s
            htpasswd_encryption = plain
            delay = 0
            [storage]
            filesystem_folder = %s
            """
                .formatted(free(), users, storage));
    Process process =
        new ProcessBuilder(python.toString(), "-m", "radicale", "--config", settings.toString())
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Radicale(URI.create("http://127.0.0.1:" + port(process) + "/"), storage);
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Its words are read to the end, so that it never waits for somebody to do so. */
  private static String port(Process process) throws IOException {
    BufferedReader words =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.matches()) {
        Thread rest = new Thread(() -> words.lines().forEach(any -> {}), "radicale");
        rest.setDaemon(true);
        rest.start();
        return matcher.group(1);
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("radicale has ended: " + said);
  }

  /** Where it is. */
  public URI address() {
    return address;
  }

  /** Something that its person does there, not by way of the connector; the text of the answer. */
  public String ask(String method, String path, String body) throws IOException {
    byte[] pair = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair),
            "Content-Type",
            "text/calendar; charset=utf-8");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Exchange answer = Exchange.of(address.resolve(path), method, headers, bytes);
    if (answer.status() >= 300) {
      throw new IllegalStateException(method + " " + path + " had " + answer.status());
    }
    return answer.body();
  }

  /** A resource of a calendar, as its person may put there in its storage. */
  void write(String path, String name, String text) {
    try {
      Files.writeString(storage.resolve("collection-root" + path).resolve(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** It does not know any token that it gave for this calendar. */
  void forgetTokens(String path) throws IOException {
    Path tokens =
        storage.resolve("collection-root" + path).resolve(".Radicale.cache").resolve("sync-token");
    try (Stream<Path> files = Files.list(tokens)) {
      for (Path file : List.copyOf(files.toList())) {
        Files.delete(file);
      }
    }
  }
}
