package net.alogins.oo.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * What the server says of itself, on standard error: warnings, and oO's own news. Each is a line; a
 * failure that nobody foresaw brings its trace along.
 */
final class Logs {

  private static final String CONFIGURATION =
      """
      handlers = java.util.logging.ConsoleHandler
      .level = WARNING
      net.alogins.oo.level = INFO
      java.util.logging.SimpleFormatter.format = %1$tFT%1$tT %4$s %3$s: %5$s%6$s%n
      """;

  /** What Javalin says, with a trace, of failures that the server puts into words of its own. */
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of("Failed to start Javalin", "Javalin failed to stop gracefully");

  private static final Logger JAVALIN = Logger.getLogger("io.javalin.Javalin");

  private Logs() {}

  static void configure() {
    try {
      LogManager.getLogManager()
          .readConfiguration(
              new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
      JAVALIN.setFilter(entry -> !TOLD_ELSEWHERE.contains(entry.getMessage()));
    } catch (IOException impossible) {
      throw new IllegalStateException("the log's own configuration must be readable", impossible);
    }
  }
}
