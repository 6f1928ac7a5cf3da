package net.alogins.oo.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The other systems that people may connect, and where the keys to their tokens are.
 *
 * @param todoist Todoist, if it may be connected
 * @param github GitHub, if it may be connected
 * @param webhooks whatever pushes tasks and hears of tips, if it may be connected
 * @param every how long after a sync the next one begins at the latest
 * @param keyFile the file of the master keys, if it is not in the data directory
 * @param caldav the CalDAV server whose calendars may be connected, if any
 * @param calendar the iCalendar file, or the folder of them, of the one person, if any
 */
record Systems(
    Optional<Todoist> todoist,
    Optional<Github> github,
    Optional<Webhooks> webhooks,
    Duration every,
    Optional<Path> keyFile,
    Optional<URI> caldav,
    Optional<Path> calendar) {

  private static final Duration LEAST_EVERY = Duration.ofSeconds(1);
  private static final Duration MOST_EVERY = Duration.ofDays(1);
  private static final Duration USUAL_EVERY = Duration.ofMinutes(5);

  /** Nothing can be connected. */
  static final Systems NONE =
      new Systems(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          USUAL_EVERY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The file of the master keys, in the data directory. */
  static final String KEYS = "keys.json";

  /** Where Todoist sends people back to, below the address of the server. */
  static final String BACK = "/connected";

  Systems {
    if (every.compareTo(LEAST_EVERY) < 0 || every.compareTo(MOST_EVERY) > 0) {
      throw new Refusal(
          Exit.USAGE,
          "sync-every must be 1 to %d seconds but was %d"
              .formatted(MOST_EVERY.toSeconds(), every.toSeconds()));
    }
  }

  /**
   * Todoist.
   *
   * @param url where it is, if not where everybody's is
   * @param application what the server is called there, if people are asked there
   */
  record Todoist(Optional<URI> url, Optional<Application> application) {}

  /**
   * GitHub. It is not told by its words.
   *
   * @param url where it is, if not where everybody's is
   * @param secret what its webhooks are signed with, if it has any
   */
  record Github(Optional<URI> url, Optional<String> secret) {

    @Override
    public String toString() {
      return "GitHub" + url.map(at -> " at " + at).orElse("");
    }
  }

  /**
   * Whatever pushes tasks and hears of tips.
   *
   * @param hosts which hosts may be told, by their names; none is any
   */
  record Webhooks(List<String> hosts) {

    private static final String HOST_RULE = "\\.?([a-z0-9-]+\\.)+[a-z][a-z0-9-]*";

    Webhooks {
      hosts = List.copyOf(hosts);
      if (!hosts.stream().allMatch(host -> host.matches(HOST_RULE))) {
        throw new Refusal(
            Exit.USAGE,
            "webhook-hosts must be names, as in hooks.example.org or .example.org, but were "
                + String.join(",", hosts));
      }
    }
  }

  /**
   * What a server is called in another system, and how it proves that. It is not told by its words.
   *
   * @param id its name there
   * @param secret its secret there
   */
  record Application(String id, String secret) {

    @Override
    public String toString() {
      return id;
    }
  }

  /** The master keys of a server that keeps everything else in {@code directory}. */
  Path keys(DataDirectory directory) {
    return keyFile.orElseGet(() -> directory.path().resolve(KEYS));
  }
}
