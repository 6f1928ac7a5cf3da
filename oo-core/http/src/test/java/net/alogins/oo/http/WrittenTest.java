package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999Z",
        "1970-01-01T00:00:00Z",
        "2026-11-24T09:00:00Z",
        "2026-02-09T03:04:05.067Z",
        "2028-02-29T23:59:59.100Z",
        "2026-11-24T09:00:00.000001Z",
        "2026-11-24T09:00:00.123456789Z",
        "9999-12-31T23:59:59.999Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z"
      })
  void an_instant_is_written_as_every_other_part_of_the_contract_writes_it(String at) {
    assertThat(new Written().instant(Instant.parse(at)).json())
        .isEqualTo(Json.write(Instant.parse(at)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Water the plants",
        "\"quoted\" \\ and /",
        "a\tb\nc\r\u0000\u001f",
        "é ☂ 😀 </b>"
      })
  void a_text_is_escaped_as_every_other_part_of_the_contract_escapes_it(String text) {
    assertThat(new Written().text(text).json()).isEqualTo(Json.write(text));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.4, 1, 1e-12, 1e300, 0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_number_reads_as_what_it_was(double number) {
    String json = new Written().number(number).json();

    assertThat(Double.compare(Double.parseDouble(json.replace("\"", "")), number)).isZero();
    assertThat(json.startsWith("\"")).isEqualTo(!Double.isFinite(number));
  }

  @Test
  void what_is_json_already_is_left_as_it_is() {
    assertThat(new Written().raw("{\"n\":").raw(7).raw("}").json()).isEqualTo("{\"n\":7}");
  }
}
