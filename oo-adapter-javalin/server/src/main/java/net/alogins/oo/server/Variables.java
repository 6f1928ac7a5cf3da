package net.alogins.oo.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the environment says of options that the command line leaves open. A variable that is empty
 * counts as unset.
 *
 * @param environment the value of each variable
 */
record Variables(Map<String, String> environment) implements IDefaultValueProvider {

  private static final Map<String, String> NAMES =
      Map.of(
          "--data-dir", "OO_DATA_DIR",
          "--database", "OO_DATABASE",
          "--port", "OO_PORT",
          "--demo", "OO_DEMO");

  /** The value for {@code argument}, or null, as picocli wants it, where there is none. */
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      String value = environment.get(NAMES.getOrDefault(option.longestName(), ""));
      return value == null || value.isBlank() ? null : value;
    }
    return null;
  }
}
