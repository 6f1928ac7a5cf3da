package net.alogins.oo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.UnknownFieldSet;
import org.junit.jupiter.api.Test;

class JsonViewTest {

  private static final int NEW_FIELD = 99;

  private final ClassPathSchemas schemas = ClassPathSchemas.standard();

  @Test
  void what_a_newer_release_has_added_is_shown_once_the_registry_knows_it() throws Exception {
    JsonView view = new JsonView(schemas);
    byte[] newer = newer();

    assertThat(view.of(newer)).contains("\"type\": \"reacted\"").doesNotContain("mood");

    schemas.register(next());

    assertThat(view.of(newer)).contains("\"type\": \"reacted\"", "\"mood\": \"merry\"");
  }

  @Test
  void bytes_that_are_no_envelope_are_refused() {
    assertThatThrownBy(() -> new JsonView(schemas).of(new byte[] {(byte) 0xff, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be one of the contract");
  }

  private static byte[] newer() {
    UnknownFieldSet.Field mood =
        UnknownFieldSet.Field.newBuilder()
            .addLengthDelimited(ByteString.copyFromUtf8("merry"))
            .build();
    return new Wire(Facts.NAMES)
        .envelope(Facts.all().get("done")).toBuilder()
            .setSchemaVersion(Wire.VERSION + 1)
            .setUnknownFields(UnknownFieldSet.newBuilder().addField(NEW_FIELD, mood).build())
            .build()
            .toByteArray();
  }

  private static Schema next() {
    FileDescriptorSet.Builder files = Schema.current().files().toBuilder();
    files.getFileBuilderList().stream()
        .flatMap(file -> file.getMessageTypeBuilderList().stream())
        .filter(message -> message.getName().equals("Envelope"))
        .forEach(JsonViewTest::addMood);
    return new Schema(Schema.EVENTS, Wire.VERSION + 1, files.build());
  }

  private static void addMood(DescriptorProto.Builder envelope) {
    envelope
        .addFieldBuilder()
        .setName("mood")
        .setJsonName("mood")
        .setNumber(NEW_FIELD)
        .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
        .setType(FieldDescriptorProto.Type.TYPE_STRING);
  }
}
