package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is made once, and is whole. */
@Timeout(60)
class NatsKeyTest {

  private static final int TIMES = 200;
  private static final String WHOLE = "[0-9a-f]{64}\\n";

  @TempDir private Path folder;

  @Test
  void it_is_the_same_once_it_is_made() throws Exception {
    NatsKey key = new NatsKey(folder.resolve("a.key"));

    assertThat(key.bytes()).hasSize(32).isEqualTo(key.bytes());
    assertThat(Files.readString(key.file())).matches(WHOLE);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(key.file());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 62, 63, 66, 128})
  void a_file_of_another_length_is_named(int digits) throws IOException {
    Path file = folder.resolve(Reader.KEY);
    Files.createFile(file, OwnersOnly.FILE.attributes(file));
    Files.writeString(file, "a".repeat(digits));
    NatsKey key = new NatsKey(file);

    assertThatThrownBy(key::bytes)
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.code()).isEqualTo(Exit.CANNOT_CREATE.code()))
        .hasMessage(file + " must be a file of 64 hexadecimal digits");
  }

  /** Somebody looks all the while, as the next process would after this one was killed. */
  @Test
  void nobody_ever_finds_half_of_it() {
    for (int i = 0; i < TIMES; i++) {
      Path file = folder.resolve(i + ".key");
      CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> awaited(file));
      new NatsKey(file).bytes();

      assertThat(first.join()).matches(WHOLE);
    }
  }

  private static String awaited(Path file) {
    while (!Files.exists(file)) {
      Thread.onSpinWait();
    }
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
