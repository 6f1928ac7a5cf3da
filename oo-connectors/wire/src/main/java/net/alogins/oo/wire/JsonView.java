package net.alogins.oo.wire;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import net.alogins.oo.wire.v1.Envelope;

/**
 * Envelopes as JSON, for people to read. What a newer release has added is there, too, if the
 * registry knows that release.
 */
public final class JsonView {

  private final SchemaRegistry schemas;

  /** A view by the releases that these schemas are. */
  public JsonView(SchemaRegistry schemas) {
    this.schemas = schemas;
  }

  /**
   * The envelope that {@code bytes} are, as protobuf's own JSON.
   *
   * @throws IllegalArgumentException if they are none
   */
  public String of(byte[] bytes) {
    Envelope envelope = Wire.parse(bytes);
    int version = envelope.getSchemaVersion();
    Descriptor descriptor =
        version <= Wire.VERSION
            ? Envelope.getDescriptor()
            : schemas
                .find(Schema.EVENTS, version)
                .map(JsonView::envelope)
                .orElse(Envelope.getDescriptor());
    try {
      return JsonFormat.printer().print(DynamicMessage.parseFrom(descriptor, bytes));
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException("an envelope must be one of its release", malformed);
    }
  }

  /** The envelope's descriptor in a release. */
  private static Descriptor envelope(Schema schema) {
    Map<String, FileDescriptor> files = new LinkedHashMap<>();
    schema.files().getFileList().forEach(file -> files.put(file.getName(), linked(file, files)));
    return files.values().stream()
        .map(file -> file.findMessageTypeByName("Envelope"))
        .filter(found -> found != null)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(schema + " must have an Envelope"));
  }

  private static FileDescriptor linked(
      FileDescriptorProto file, Map<String, FileDescriptor> before) {
    FileDescriptor[] imports =
        file.getDependencyList().stream().map(before::get).toArray(FileDescriptor[]::new);
    try {
      return FileDescriptor.buildFrom(file, imports);
    } catch (DescriptorValidationException unlinked) {
      throw new IllegalArgumentException(file.getName() + " must have its imports", unlinked);
    }
  }
}
