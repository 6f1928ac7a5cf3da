package net.alogins.oo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCodecTest {

  @Test
  void every_event_survives_a_round_trip() {
    Facts.all()
        .values()
        .forEach(
            event ->
                assertThat(EventCodec.decode(Facts.ADA, EventCodec.encode(event)))
                    .isEqualTo(event));
  }

  @Test
  void every_kind_of_event_is_among_the_facts() {
    assertThat(Facts.all().values().stream().map(Object::getClass).distinct())
        .hasSameElementsAs(kinds(Event.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodecTest::kinds)
        : Stream.of(type);
  }

  @Test
  void the_golden_bytes_of_version_1_are_written_and_read() throws IOException {
    for (Map.Entry<String, Event> fact : Facts.all().entrySet()) {
      byte[] golden = golden(fact.getKey());

      assertThat(EventCodec.decode(Facts.ADA, golden)).isEqualTo(fact.getValue());
      assertThat(EventCodec.encode(fact.getValue())).isEqualTo(golden);
    }
  }

  @Test
  void wide_and_nearly_empty_rows_survive_a_round_trip() {
    Decided narrow = (Decided) Facts.all().get("decided");
    Decided.Slate slate = narrow.slate();
    Decided.Slate wide =
        new Decided.Slate(
            slate.candidates(),
            slate.kinds(),
            slate.origins(),
            FloatColumn.of(new float[Decided.MOST_COLUMNS]),
            FloatColumn.of(new float[2 * Decided.MOST_COLUMNS]),
            slate.scores(),
            slate.propensities());
    Decided decided =
        new Decided(
            narrow.user(),
            narrow.at(),
            narrow.tip(),
            narrow.times(),
            narrow.by(),
            wide,
            0,
            false,
            narrow.card(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(EventCodec.decode(Facts.ADA, EventCodec.encode(decided))).isEqualTo(decided);
  }

  @Test
  void any_flipped_bit_is_refused() {
    for (Event event : Facts.all().values()) {
      byte[] bytes = EventCodec.encode(event);
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        byte[] damaged = bytes.clone();
        damaged[bit / 8] ^= (byte) (1 << (bit % 8));

        assertThatThrownBy(() -> EventCodec.decode(Facts.ADA, damaged))
            .isInstanceOf(CorruptEventException.class);
      }
    }
  }

  @Test
  void any_torn_row_is_refused() {
    for (Event event : Facts.all().values()) {
      byte[] bytes = EventCodec.encode(event);
      for (int length = 0; length < bytes.length; length++) {
        byte[] torn = Arrays.copyOf(bytes, length);

        assertThatThrownBy(() -> EventCodec.decode(Facts.ADA, torn))
            .isInstanceOf(CorruptEventException.class);
      }
    }
  }

  @Test
  void a_newer_format_is_named() {
    byte[] newer = EventCodec.encode(Facts.all().get("done"));
    newer[0] = 2;

    assertThatThrownBy(() -> EventCodec.decode(Facts.ADA, newer))
        .isInstanceOf(CorruptEventException.class)
        .hasMessageContaining("newer");
  }

  private static byte[] golden(String name) throws IOException {
    String resource = "/golden/v1/" + name + ".hex";
    try (InputStream in =
        Objects.requireNonNull(EventCodecTest.class.getResourceAsStream(resource), resource)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
