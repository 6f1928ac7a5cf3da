package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Marks are in files of today: they must never come out otherwise. */
class MarkTest {

  private interface Written {
    void to(DataOutputStream out) throws IOException;
  }

  private static long crc(Written written) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.to(new DataOutputStream(bytes));
    CRC32C crc = new CRC32C();
    crc.update(bytes.toByteArray());
    return crc.getValue();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeLong(bytes.length);
    out.write(bytes);
  }

  @Test
  void each_kind_of_column_counts() throws IOException {
    assertThat(Mark.of(7L)).isEqualTo(crc(out -> out.writeLong(7)));
    assertThat(Mark.of(true)).isEqualTo(crc(out -> out.writeLong(1)));
    assertThat(Mark.of(false)).isEqualTo(crc(out -> out.writeLong(0)));
    assertThat(Mark.of("é")).isEqualTo(crc(out -> text(out, "é")));
    assertThat(Mark.of((Object) new byte[] {1, 2})).isEqualTo(crc(out -> text(out, "\1\2")));
    assertThat(Mark.of((Object) null)).isEqualTo(crc(out -> out.writeLong(-1)));
  }

  @Test
  void columns_count_in_order() throws IOException {
    long expected =
        crc(
            out -> {
              text(out, "home");
              out.writeLong(3);
              out.writeLong(-1);
              text(out, "");
            });

    assertThat(Mark.of("home", 3L, null, "")).isEqualTo(expected);
  }

  @Test
  void where_one_text_ends_and_the_next_begins_matters() {
    List<Long> marks = List.of(Mark.of("ab", "c"), Mark.of("a", "bc"), Mark.of("abc", ""));

    assertThat(marks).doesNotHaveDuplicates();
  }
}
