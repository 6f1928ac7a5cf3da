package net.alogins.oo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A small library stays small. */
class SizeTest {

  /** The end: durability (snapshots, dead letters, replay) is in; what comes must fit in. */
  private static final int MOST_CODE_LINES = 6_250;

  private static final int MOST_LINES_OF_A_FILE = 300;
  private static final Path SOURCES = Path.of("src/main/java");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void the_library_is_small() throws IOException {
    long lines = 0;
    for (Path file : files()) {
      lines += Files.readAllLines(file).stream().filter(SizeTest::isCode).count();
    }
    System.out.printf("oo-core: %d lines of code in %d files%n", lines, files().size());

    assertThat(lines).isPositive().isLessThanOrEqualTo(MOST_CODE_LINES);
  }

  /** Comments stand on lines of their own here, as the formatter has it. */
  private static boolean isCode(String line) {
    String text = line.strip();
    return !text.isEmpty()
        && !text.startsWith("//")
        && !text.startsWith("/*")
        && !text.startsWith("*");
  }

  @Test
  void every_file_is_short() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readAllLines(file))
          .as("%s", file)
          .hasSizeLessThanOrEqualTo(MOST_LINES_OF_A_FILE);
    }
  }
}
