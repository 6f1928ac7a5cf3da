package net.alogins.oo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone, with all that is in it, when it is closed. */
public final class Scratch implements AutoCloseable {

  private final Path folder;

  /** A new one. */
  public Scratch() throws IOException {
    folder = Files.createTempDirectory("oo-bench");
  }

  /** A place in it. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
