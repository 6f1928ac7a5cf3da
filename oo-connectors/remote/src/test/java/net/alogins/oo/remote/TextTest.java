package net.alogins.oo.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\t", "\u202e", "\u200b\u00a0", "\ud800", "\u0000", "\u2028", "\ufeff"})
  void nothing_to_see_is_no_line(String text) {
    assertThat(Text.line(text, 10)).isEmpty();
  }

  @Test
  void control_characters_are_not_shown() {
    assertThat(Text.line("a\u0000b\r\nc\u0085d\u2029e", 10)).contains("a b c d e");
    assertThat(Text.line("pay\u202eyap\u2066\udb40\udc41!", 10)).contains("payyap!");
    assertThat(Text.line("half \ud83d of it", 20)).contains("half  of it");
  }

  @Test
  void what_people_write_stays() {
    for (String text : new String[] {"Zoë's 買い物", "👩‍👩‍👧 ♥️", "كتاب", "a  b"}) {
      assertThat(Text.line(text, 40)).contains(text);
    }
  }

  @ParameterizedTest
  @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abcde…", "abcd🙂g, 6, abcd…", "abc🙂gh, 6, abc🙂…"})
  void a_long_one_is_cut_between_characters(String text, int longest, String line) {
    assertThat(Text.line(text, longest)).contains(line);
  }
}
