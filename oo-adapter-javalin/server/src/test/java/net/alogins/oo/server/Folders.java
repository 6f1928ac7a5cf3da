package net.alogins.oo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that tests write into. */
final class Folders {

  private Folders() {}

  /** Makes {@code folder} be there with nothing in it. */
  static Path empty(Path folder) throws IOException {
    remove(folder);
    return Files.createDirectories(folder);
  }

  /** Makes {@code folder} not be there. */
  static void remove(Path folder) {
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      } catch (IOException busy) {
        throw new UncheckedIOException(busy);
      }
    }
  }
}
