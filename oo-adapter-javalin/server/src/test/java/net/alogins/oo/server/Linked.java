package net.alogins.oo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server for one person who connects other systems, without a task of its own. */
final class Linked implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Server server;
  private final Browser browser;

  private Linked(Server server) {
    this.server = server;
    this.browser = new Browser(URI.create(server.start()));
  }

  /** One that keeps everything in {@code folder}, and is told of other systems by its options. */
  static Linked in(Path folder, Map<String, String> environment, String... options)
      throws IOException {
    Path nothing = folder.resolve("nothing.todo.txt");
    Files.writeString(nothing, "");
    Settings settings =
        new Settings(
            Place.in(new DataDirectory(folder.resolve("data"))),
            0,
            List.of(nothing),
            false,
            Access.OF_ONE,
            systems(environment, options),
            Duration.ZERO);
    return new Linked(Guice.createInjector(new ServerModule(settings)).getInstance(Server.class));
  }

  private static Systems systems(Map<String, String> environment, String... options) {
    SystemOptions parsed = new SystemOptions();
    new picocli.CommandLine(parsed).parseArgs(options);
    return parsed.systems(environment);
  }

  Browser browser() {
    return browser;
  }

  /** What it answers when its page sends {@code body} to {@code path}. */
  JsonNode posted(String path, String body) throws IOException {
    return JSON.readTree(browser.postFromPage(path, body).body());
  }

  /** The id of a new connection. */
  String connected(String connector, String secret) throws IOException {
    return posted(
            "/v1/connections",
            "{\"connector\":\"%s\",\"secret\":\"%s\"}".formatted(connector, secret))
        .path("id")
        .asText();
  }

  /** What is connected. */
  JsonNode connections() throws IOException {
    return JSON.readTree(browser.get("/v1/connections").body());
  }

  /** Whether its only connection has been synced. */
  boolean isSynced() throws IOException {
    return connections().at("/connections/0/synced").isTextual();
  }

  /** The title of the tip, or nothing. */
  String tip() throws IOException {
    return posted("/v1/tips", "{}").at("/tip/title").asText();
  }

  @Override
  public void close() {
    server.drain();
    server.close();
  }
}
