package net.alogins.oo.server;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the environment says of options that the command line leaves open. A variable that is empty
 * counts as unset, but for the one that would let everybody in by that.
 *
 * @param environment the value of each variable
 */
record Variables(Map<String, String> environment) implements IDefaultValueProvider {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("--data-dir", "OO_DATA_DIR"),
          entry("--database", "OO_DATABASE"),
          entry("--key-file", "OO_KEY_FILE"),
          entry("--port", "OO_PORT"),
          entry("--demo", "OO_DEMO"),
          entry("--llm", "OO_LLM"),
          entry("--llm-calls", "OO_LLM_CALLS"),
          entry("--llm-embedder", "OO_LLM_EMBEDDER"),
          entry("--llm-model", "OO_LLM_MODEL"),
          entry("--llm-prompts", "OO_LLM_PROMPTS"),
          entry("--notice", "OO_NOTICE"),
          entry("--habits", "OO_HABITS"),
          entry("--nats", "OO_NATS"),
          entry("--nats-key", "OO_NATS_KEY"),
          entry("--nats-replicas", "OO_NATS_REPLICAS"),
          entry("--nats-tasks", "OO_NATS_TASKS"),
          entry("--issuer", "OO_ISSUER"),
          entry("--client-id", "OO_CLIENT_ID"),
          entry("--apple-key", "OO_APPLE_KEY"),
          entry("--apple-key-id", "OO_APPLE_KEY_ID"),
          entry("--apple-team-id", "OO_APPLE_TEAM_ID"),
          entry("--allow", "OO_ALLOW"),
          entry("--staff", "OO_STAFF"),
          entry("--token-keys", "OO_TOKEN_KEYS"),
          entry("--public-url", "OO_PUBLIC_URL"),
          entry("--sync-every", "OO_SYNC_EVERY"),
          entry("--caldav", "OO_CALDAV"),
          entry("--calendar", "OO_CALENDAR"),
          entry("--github", "OO_GITHUB"),
          entry("--github-url", "OO_GITHUB_URL"),
          entry("--webhooks", "OO_WEBHOOKS"),
          entry("--webhook-hosts", "OO_WEBHOOK_HOSTS"),
          entry("--todoist", "OO_TODOIST"),
          entry("--todoist-client-id", "OO_TODOIST_CLIENT_ID"),
          entry("--todoist-url", "OO_TODOIST_URL"));

  /** What must not be read as nothing when it is there, and empty. */
  private static final String LIMITING = "--allow";

  /** The value for {@code argument}, or null, as picocli wants it, where there is none. */
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      String value = environment.get(NAMES.getOrDefault(option.longestName(), ""));
      boolean counts = value != null && (!value.isBlank() || option.longestName().equals(LIMITING));
      return counts ? value : null;
    }
    return null;
  }
}
