package net.alogins.oo.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what may be connected. */
final class SystemOptions {

  private static final String SECRET = "OO_TODOIST_CLIENT_SECRET";
  private static final String GITHUB_WEBHOOKS = "OO_GITHUB_WEBHOOK_SECRET";

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
      names = "--github",
      description = {
        "Lets people connect GitHub with a token from there (OO_GITHUB=true).",
        "OO_GITHUB_WEBHOOK_SECRET has the secret of its webhooks, if it has any."
      })
  private boolean github;

  @Option(
      names = "--github-url",
      paramLabel = "URL",
      description = "Where GitHub is, if not where everybody's is (OO_GITHUB_URL).")
  private Optional<String> githubUrl = Optional.empty();

  @Option(
      names = "--webhooks",
      description = {
        "Lets people connect whatever pushes tasks, and hears of their tips, by signed webhooks",
        "(OO_WEBHOOKS=true)."
      })
  private boolean webhooks;

  @Option(
      names = "--webhook-hosts",
      paramLabel = "HOST",
      split = ",",
      description = {
        "Tells these hosts alone, .example.org being all below it; any that are out in the internet",
        "otherwise (OO_WEBHOOK_HOSTS)."
      })
  private List<String> webhookHosts = new ArrayList<>();

  @Option(
      names = "--caldav",
      paramLabel = "URL",
      description = "Lets people connect calendars of the CalDAV server at URL (OO_CALDAV).")
  private Optional<String> caldav = Optional.empty();

  @Option(
      names = "--calendar",
      paramLabel = "FILE",
      description = {
        "Chooses from the tasks of this .ics file, too, or of all in a folder, and before its next",
        "event (OO_CALENDAR)."
      })
  private Optional<Path> calendar = Optional.empty();

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
    return new Systems(
        todoist(environment),
        github(environment),
        webhooks(),
        Duration.ofSeconds(every),
        keys,
        caldav.map(url -> url("caldav", url)),
        calendar);
  }

  private Optional<Systems.Webhooks> webhooks() {
    if (!webhookHosts.isEmpty() && !webhooks) {
      throw new Refusal(Exit.USAGE, "webhook-hosts must come with --webhooks");
    }
    return Optional.of(new Systems.Webhooks(webhookHosts)).filter(any -> webhooks);
  }

  private Optional<Systems.Todoist> todoist(Map<String, String> environment) {
    Optional<Systems.Application> application =
        Optional.of(todoistClient)
            .filter(id -> !id.isBlank())
            .map(id -> new Systems.Application(id, secret(environment)));
    boolean isOffered = todoist || application.isPresent();
    if (todoistUrl.isPresent() && !isOffered) {
      throw new Refusal(Exit.USAGE, "todoist-url must come with --todoist or --todoist-client-id");
    }
    Optional<URI> url = todoistUrl.map(text -> url("todoist-url", text));
    return Optional.of(new Systems.Todoist(url, application)).filter(any -> isOffered);
  }

  private Optional<Systems.Github> github(Map<String, String> environment) {
    Optional<String> secret =
        Optional.of(environment.getOrDefault(GITHUB_WEBHOOKS, "")).filter(text -> !text.isBlank());
    if (githubUrl.isPresent() && !github) {
      throw new Refusal(Exit.USAGE, "github-url must come with --github");
    }
    Optional<URI> url = githubUrl.map(text -> url("github-url", text));
    return Optional.of(new Systems.Github(url, secret)).filter(any -> github);
  }

  private static String secret(Map<String, String> environment) {
    String secret = environment.getOrDefault(SECRET, "");
    if (secret.isBlank()) {
      throw new Refusal(Exit.USAGE, SECRET + " must be set with --todoist-client-id");
    }
    return secret;
  }

  private static URI url(String option, String text) {
    String rule = option + " must be a URL but was " + text;
    try {
      URI url = new URI(text);
      boolean isBase = url.isAbsolute() && url.getHost() != null && url.getQuery() == null;
      if (isBase) {
        return URI.create(text.endsWith("/") ? text : text + "/");
      }
    } catch (URISyntaxException malformed) {
      throw new Refusal(Exit.USAGE, rule, malformed);
    }
    throw new Refusal(Exit.USAGE, rule);
  }
}
