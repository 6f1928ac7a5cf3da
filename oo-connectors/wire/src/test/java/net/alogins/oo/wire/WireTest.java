package net.alogins.oo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.NewerEventException;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.wire.v1.Envelope;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "v1");

  private final Wire wire = new Wire(Facts.NAMES);

  @Test
  void every_event_survives_the_way_there_and_back() {
    for (Recorded row : Facts.all().values()) {
      Envelope read = Wire.parse(wire.envelope(row).toByteArray());

      assertThat(Wire.event(Facts.ADA, read)).contains(row.event());
      assertThat(read.getSequence()).isEqualTo(row.seq());
    }
  }

  @Test
  void every_kind_of_event_is_on_the_wire() {
    assertThat(
            Facts.all().values().stream().<Class<?>>map(row -> row.event().getClass()).distinct())
        .hasSameElementsAs(kinds(Event.class).toList());
    assertThat(Facts.all().values().stream().map(row -> wire.envelope(row).getType()).distinct())
        .hasSize((int) kinds(Event.class).count())
        .doesNotContain("payload_not_set");
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireTest::kinds)
        : Stream.of(type);
  }

  @Test
  void the_golden_bytes_of_version_1_are_read_and_written() throws IOException {
    for (Map.Entry<String, Recorded> fact : Facts.all().entrySet()) {
      byte[] written = wire.envelope(fact.getValue()).toByteArray();
      byte[] golden = Facts.hex(GOLDEN.resolve(fact.getKey() + ".hex"));

      assertThat(Wire.event(Facts.ADA, Wire.parse(golden))).contains(fact.getValue().event());
      assertThat(written).isEqualTo(golden);
    }
  }

  @Test
  void every_event_is_written_to_where_new_golden_bytes_are_taken_from() throws IOException {
    Path made = Files.createDirectories(Path.of("target", "golden"));
    for (Map.Entry<String, Recorded> fact : Facts.all().entrySet()) {
      byte[] written = wire.envelope(fact.getValue()).toByteArray();
      Files.writeString(
          made.resolve(fact.getKey() + ".hex"), HexFormat.of().formatHex(written) + "\n");
    }

    assertThat(made).isNotEmptyDirectory();
  }

  @Test
  void what_newer_code_has_added_passes_unharmed() throws InvalidProtocolBufferException {
    UnknownFieldSet.Field more =
        UnknownFieldSet.Field.newBuilder()
            .addLengthDelimited(ByteString.copyFromUtf8("of a newer release"))
            .build();
    byte[] newer =
        wire.envelope(Facts.all().get("done")).toBuilder()
            .setSchemaVersion(2)
            .setUnknownFields(UnknownFieldSet.newBuilder().addField(99, more).build())
            .build()
            .toByteArray();

    Envelope passed = Wire.parse(newer).toBuilder().setTrace("00-1-2-01").build();

    Envelope again = Envelope.parseFrom(passed.toByteArray());
    assertThat(again.getUnknownFields().getField(99)).isEqualTo(more);
    assertThat(Wire.event(Facts.ADA, again)).contains(Facts.all().get("done").event());
  }

  @Test
  void an_event_of_a_newer_kind_passes_and_is_said_to_be_unknown() {
    UnknownFieldSet.Field payload =
        UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.EMPTY).build();
    Envelope newer =
        wire.envelope(Facts.all().get("done")).toBuilder()
            .clearPayload()
            .setType("erased")
            .setUnknownFields(UnknownFieldSet.newBuilder().addField(31, payload).build())
            .build();

    Envelope passed = Wire.parse(newer.toByteArray());

    assertThat(Wire.event(Facts.ADA, passed)).isEmpty();
    assertThat(passed).isEqualTo(newer);
  }

  @Test
  void a_value_of_a_newer_release_is_named_as_such() {
    Envelope.Builder newer = wire.envelope(Facts.all().get("done")).toBuilder();
    newer.getReactedBuilder().setKindValue(77);

    assertThatThrownBy(() -> Wire.event(Facts.ADA, newer.build()))
        .isInstanceOf(NewerEventException.class);
  }

  @Test
  void bytes_that_are_no_envelope_are_refused() {
    assertThatThrownBy(() -> Wire.parse(new byte[] {(byte) 0xff, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void people_can_read_an_envelope() {
    String json =
        new JsonView(ClassPathSchemas.standard())
            .of(wire.envelope(Facts.all().get("snoozed")).toByteArray());

    assertThat(json)
        .contains("\"type\": \"reacted\"", "\"REACTION_KIND_SNOOZED\"", "2026-11-24T09:30:00.123Z")
        .doesNotContain("ada");
  }
}
