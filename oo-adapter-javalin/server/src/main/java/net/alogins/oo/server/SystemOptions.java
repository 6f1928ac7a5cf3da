package net.alogins.oo.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what may be connected. */
final class SystemOptions {

  private static final String SECRET = "OO_TODOIST_CLIENT_SECRET";

  @Option(
      names = "--todoist",
      description = "Lets people connect Todoist with a token from there (OO_TODOIST=true).")
  private boolean todoist;

  @Option(
      names = "--todoist-client-id",
      paramLabel = "ID",
      defaultValue = "",
      description = {
        "What the server is called there, so that people are asked there (OO_TODOIST_CLIENT_ID).",
        "OO_TODOIST_CLIENT_SECRET has its secret."
      })
  private String todoistClient = "";

  @Option(
      names = "--todoist-url",
      paramLabel = "URL",
      description = "Where Todoist is, if not where everybody's is (OO_TODOIST_URL).")
  private Optional<String> todoistUrl = Optional.empty();

  @Option(
      names = "--sync-every",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Asks other systems what has changed at least so often (OO_SYNC_EVERY; 300).")
  private int every;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = {
        "The file of the keys that tokens of connections are sealed with (OO_KEY_FILE; keys.json in",
        "the data directory)."
      })
  private Optional<Path> keys = Optional.empty();

  /** What may be connected. */
  Systems systems() {
    return systems(System.getenv());
  }

  /** What may be connected, with the secrets of {@code environment}. */
  Systems systems(Map<String, String> environment) {
    Optional<Systems.Application> application =
        Optional.of(todoistClient)
            .filter(id -> !id.isBlank())
            .map(id -> new Systems.Application(id, secret(environment)));
    boolean isOffered = todoist || application.isPresent();
    if (todoistUrl.isPresent() && !isOffered) {
      throw new Refusal(Exit.USAGE, "todoist-url must come with --todoist or --todoist-client-id");
    }
    return new Systems(
        Optional.of(new Systems.Todoist(todoistUrl.map(SystemOptions::url), application))
            .filter(any -> isOffered),
        Duration.ofSeconds(every),
        keys);
  }

  private static String secret(Map<String, String> environment) {
    String secret = environment.getOrDefault(SECRET, "");
    if (secret.isBlank()) {
      throw new Refusal(Exit.USAGE, SECRET + " must be set with --todoist-client-id");
    }
    return secret;
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      boolean isBase = url.isAbsolute() && url.getHost() != null && url.getQuery() == null;
      if (isBase) {
        return URI.create(text.endsWith("/") ? text : text + "/");
      }
    } catch (URISyntaxException malformed) {
      throw new Refusal(Exit.USAGE, "todoist-url must be a URL but was " + text, malformed);
    }
    throw new Refusal(Exit.USAGE, "todoist-url must be a URL but was " + text);
  }
}
