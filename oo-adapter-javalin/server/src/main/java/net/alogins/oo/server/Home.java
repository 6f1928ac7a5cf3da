package net.alogins.oo.server;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the environment says of a person's files. */
final class Home {

  private Home() {}

  /** Where a program keeps its data, by the XDG base directory specification. */
  static Path data(String program) {
    return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
        .filter(set -> !set.isBlank())
        .map(set -> path("XDG_DATA_HOME", set))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"))
        .resolve(program);
  }

  /** The files that OO_TASKS names, separated like the entries of a PATH. */
  static List<Path> tasks() {
    String named = Optional.ofNullable(System.getenv("OO_TASKS")).orElse("");
    return Stream.of(named.split(Pattern.quote(File.pathSeparator)))
        .filter(name -> !name.isBlank())
        .map(name -> path("OO_TASKS", name))
        .toList();
  }

  /** The path that {@code variable} names. */
  static Path path(String variable, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException unspeakable) {
      throw new Refusal(
          Exit.USAGE,
          variable
              + " must be a path that this locale can spell; with LC_ALL=C.UTF-8 it can spell any",
          unspeakable);
    }
  }
}
