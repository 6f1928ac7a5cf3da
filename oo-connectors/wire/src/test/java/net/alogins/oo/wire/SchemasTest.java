package net.alogins.oo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchemasTest {

  private final ClassPathSchemas schemas = ClassPathSchemas.standard();

  @Test
  void the_contract_is_its_newest_release_and_keeps_every_earlier_one() throws IOException {
    Schema current = Schema.current();
    Path made = Files.createDirectories(Path.of("target", "schemas"));
    Files.write(made.resolve("v" + Wire.VERSION + ".binpb"), current.bytes());

    for (int version = 1; version <= Wire.VERSION; version++) {
      Schema released = schemas.find(Schema.EVENTS, version).orElseThrow();
      assertThat(Compatibility.breaches(released.files(), current.files())).isEmpty();
    }
    assertThat(schemas.latest(Schema.EVENTS).orElseThrow().files())
        .as("a changed contract is a new release: raise Wire.VERSION and keep target/schemas/v*")
        .isEqualTo(current.files());
  }

  @Test
  void more_fields_messages_and_values_are_compatible() throws IncompatibleSchemaException {
    Schema next =
        changed(
            file -> {
              message(file, "Stage").addFieldBuilder().setName("more").setNumber(3);
              file.addMessageTypeBuilder().setName("Erased");
              kinds(file).addValueBuilder().setName("REACTION_KIND_LOVED").setNumber(4);
            });

    schemas.register(next);
    schemas.register(next);

    assertThat(schemas.latest(Schema.EVENTS)).contains(next);
  }

  @Test
  void a_changed_type_name_or_oneof_is_incompatible() {
    refuses(
        file ->
            message(file, "Stage")
                .getFieldBuilder(1)
                .setType(FieldDescriptorProto.Type.TYPE_STRING),
        "type");
    refuses(file -> message(file, "Stage").getFieldBuilder(1).setName("nanos"), "name nanos");
    refuses(file -> message(file, "Envelope").getFieldBuilder(8).clearOneofIndex(), "oneof none");
  }

  @Test
  void what_is_gone_is_incompatible_unless_it_is_a_field_that_is_reserved() {
    refuses(file -> message(file, "Stage").removeField(1), "Stage.micros is gone");
    refuses(file -> kinds(file).removeValue(3), "REACTION_KIND_DISMISSED is gone");
    refuses(file -> message(file, "Stage").setName("Step"), "message oo.events.v1.Stage is gone");
    Schema reserved =
        changed(
            file -> {
              DescriptorProto.Builder stage = message(file, "Stage").removeField(1);
              stage.addReservedName("micros").addReservedRangeBuilder().setStart(2).setEnd(3);
            });

    assertThat(Compatibility.breaches(Schema.current().files(), reserved.files())).isEmpty();
  }

  @Test
  void a_release_is_never_replaced_nor_skipped() {
    FileDescriptorSet other = changed(file -> file.addMessageTypeBuilder().setName("A")).files();

    assertThatThrownBy(() -> schemas.register(new Schema(Schema.EVENTS, 1, other)))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining("must be what was released");
    assertThatThrownBy(() -> schemas.register(new Schema(Schema.EVENTS, 3, other)))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining("must be version 2");
  }

  private void refuses(Consumer<FileDescriptorProto.Builder> change, String why) {
    assertThatThrownBy(() -> schemas.register(changed(change)))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining(why);
  }

  private static Schema changed(Consumer<FileDescriptorProto.Builder> change) {
    FileDescriptorSet.Builder files = Schema.current().files().toBuilder();
    files.getFileBuilderList().stream()
        .filter(file -> file.getName().endsWith("events.proto"))
        .forEach(change);
    return new Schema(Schema.EVENTS, Wire.VERSION + 1, files.build());
  }

  private static DescriptorProto.Builder message(FileDescriptorProto.Builder file, String name) {
    return file.getMessageTypeBuilderList().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static EnumDescriptorProto.Builder kinds(FileDescriptorProto.Builder file) {
    return file.getEnumTypeBuilder(0);
  }
}
