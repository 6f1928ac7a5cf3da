package net.alogins.oo.todotxt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import net.alogins.oo.id.CandidateId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in UTF-16 and UTF-32, as some shells write them, which a changed line would break. */
class WideTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE,\ufeff",
    "UTF-16BE,\ufeff",
    "UTF-32LE,\ufeff",
    "UTF-32BE,\ufeff",
    "UTF-16LE,''",
    "UTF-16BE,''",
    "UTF-32LE,''",
    "UTF-32BE,''"
  })
  void a_file_that_is_not_utf_8_is_refused(String encoding, String mark) {
    Desk desk = new Desk(folder);
    Charset charset = Charset.forName(encoding);

    assertRefused(desk, (mark + "Call Mom\r\nBuy milk\r\n").getBytes(charset));
    assertRefused(desk, (mark + "Call Mom\n").getBytes(charset));
    assertRefused(desk, (mark + "\u96fb\u8a71\n\u96fb\u8a71").getBytes(charset));
  }

  private static void assertRefused(Desk desk, byte[] bytes) {
    desk.bytes(bytes);
    assertThatThrownBy(desk::candidates)
        .isInstanceOf(TaskFileException.class)
        .hasMessage("tasks file " + desk.file + " must be UTF-8 but looks like UTF-16 or UTF-32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE"})
  void a_file_that_became_another_is_never_changed(String encoding) {
    Desk desk = new Desk(folder, "Call Mom", "Buy milk");
    CandidateId mom = desk.id("Call Mom");
    byte[] wide = "Buy milk\r\nCall Mom\r\n".getBytes(Charset.forName(encoding));
    desk.bytes(wide);
    desk.written(Duration.ofDays(1));

    assertThatThrownBy(() -> desk.complete(mom))
        .isInstanceOf(TaskFileException.class)
        .hasMessageContaining("must be UTF-8");
    assertThat(desk.bytes()).isEqualTo(wide);
    assertThat(desk.titles()).as("its last tasks stand").containsExactly("Call Mom", "Buy milk");
  }

  @Test
  void what_a_shell_appends_in_utf_16_is_skipped_and_stays() {
    Desk desk = new Desk(folder);
    byte[] tail = "Buy milk\r\n".getBytes(StandardCharsets.UTF_16LE);
    desk.bytes(all("Call Mom\nCall Dad\nCall Ann\n".getBytes(StandardCharsets.UTF_8), tail));

    assertThat(desk.titles()).containsExactly("Call Mom", "Call Dad", "Call Ann");
    assertThat(desk.tasks.problems()).extracting(Problem::line).containsExactly(4, 5);

    desk.complete(desk.id("Call Ann"));
    assertThat(desk.bytes())
        .isEqualTo(
            all(
                "Call Mom\nCall Dad\nx 2026-11-24 Call Ann\n".getBytes(StandardCharsets.UTF_8),
                tail));
  }

  private static byte[] all(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
