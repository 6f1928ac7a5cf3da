package net.alogins.oo.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChoresTest {

  @Test
  void it_prints_a_tip_and_the_receipt() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Chores.main(new String[0]);
    } finally {
      System.setOut(console);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("(Water the plants|Call the plumber)\\RRECORDED\\R");
  }

  @Test
  void the_first_snippet_of_the_readme_is_this_file() throws IOException {
    String source = Files.readString(Path.of("src/main/java/net/alogins/oo/example/Chores.java"));
    String readme = Files.readString(Path.of("../../README.md"));

    assertThat(readme.substring(readme.indexOf("```java\n") + 8)).startsWith(source);
  }

  @Test
  void it_is_under_40_lines() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/main/java/net/alogins/oo/example/Chores.java")))
        .hasSizeLessThan(40);
  }
}
