package net.alogins.oo.todoist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a token in memory when nothing is asked. */
class HeapTest {

  @Test
  void a_token_is_nowhere_in_memory_after_the_call_that_it_was_for(@TempDir Path folder)
      throws Exception {
    Path heap = folder.resolve("idle.hprof");
    try (Desk desk = new Desk()) {
      String key = desk.account.add("Buy milk");
      String token = desk.fake.personalToken();
      run(desk.fake.url().toString(), raised(token), heap.toString());

      assertThat(desk.account.isCompleted(key)).isTrue();
      assertThat(contains(heap, raised(token))).isTrue();
      assertThat(contains(heap, token)).isFalse();
    }
  }

  private static String raised(String token) {
    return token
        .chars()
        .map(character -> character + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void run(String url, String token, String heap)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                IdleProgram.class.getName(),
                url,
                token,
                heap)
            .inheritIO()
            .start();
    assertThat(program.waitFor()).isZero();
  }

  /** Whether these characters are in a file, one byte each. */
  private static boolean contains(Path file, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] all = bytes.readAllBytes();
      return new String(all, StandardCharsets.ISO_8859_1)
          .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
  }
}
