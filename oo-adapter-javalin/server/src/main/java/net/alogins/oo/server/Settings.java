package net.alogins.oo.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server was told.
 *
 * @param place where it keeps everything
 * @param port the port on the loopback address, 0 for any that is free
 * @param tasks the todo.txt files that candidates come from, each once; none for the demo's own
 * @param demo whether a list of its own is seeded where no files are named
 * @param access who may come in, and under which address
 * @param systems what other systems people may connect
 * @param notice how long it still answers when it is told to stop
 */
record Settings(
    Place place,
    int port,
    List<Path> tasks,
    boolean demo,
    Access access,
    Systems systems,
    Duration notice) {

  private static final int HIGHEST_PORT = 65_535;
  private static final Duration LONGEST_NOTICE = Duration.ofMinutes(5);

  Settings {
    tasks = distinct(tasks);
    demo = demo && tasks.isEmpty();
    if (port < 0 || port > HIGHEST_PORT) {
      throw new Refusal(
          Exit.USAGE,
          "port must be 0 to " + HIGHEST_PORT + " (0 for any free one) but was " + port);
    }
    if (systems.calendar().isPresent() && access.provider().isPresent()) {
      throw new Refusal(
          Exit.USAGE, "calendar must not come with --issuer: its tasks are one person's");
    }
    if (notice.isNegative() || notice.compareTo(LONGEST_NOTICE) > 0) {
      throw new Refusal(
          Exit.USAGE,
          "notice must be 0 to %d seconds but was %d"
              .formatted(LONGEST_NOTICE.toSeconds(), notice.toSeconds()));
    }
  }

  /** A server for one person, on this machine. */
  Settings(Place place, int port, List<Path> tasks, boolean demo) {
    this(place, port, tasks, demo, Access.OF_ONE, Systems.NONE, Duration.ZERO);
  }

  /** The files under the names they were given first. */
  private static List<Path> distinct(List<Path> files) {
    Map<Path, Path> names = new LinkedHashMap<>();
    files.forEach(file -> names.putIfAbsent(real(file), file));
    return List.copyOf(names.values());
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException absent) {
      return file.toAbsolutePath().normalize();
    }
  }
}
