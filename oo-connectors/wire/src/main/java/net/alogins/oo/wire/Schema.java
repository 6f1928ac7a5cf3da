package net.alogins.oo.wire;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.alogins.oo.wire.v1.Incoming;

/**
 * One release of a contract.
 *
 * @param name the contract's name: 1 to 64 of {@code a-z0-9.-}
 * @param version 1 for its first release, then one more for each
 * @param files its files and everything that they import, imports first
 */
public record Schema(String name, int version, FileDescriptorSet files) {

  /** The contract of {@link net.alogins.oo.wire.v1.Envelope}. */
  public static final String EVENTS = "oo.events";

  private static final String NAME_RULE = "[a-z0-9.-]{1,64}";

  public Schema {
    if (!name.matches(NAME_RULE)) {
      throw new IllegalArgumentException("schema name must match " + NAME_RULE);
    }
    if (version < 1) {
      throw new IllegalArgumentException("schema version must be 1 or more but was " + version);
    }
  }

  /**
   * The release that {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException if the bytes are no set of descriptors
   */
  public static Schema parse(String name, int version, byte[] bytes) {
    try {
      return new Schema(name, version, FileDescriptorSet.parseFrom(bytes));
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException(
          "schema " + name + " " + version + " must be a set of descriptors", malformed);
    }
  }

  /** The events as this code was compiled with. */
  public static Schema current() {
    Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
    collect(Incoming.getDescriptor().getFile(), files);
    return new Schema(
        EVENTS, Wire.VERSION, FileDescriptorSet.newBuilder().addAllFile(files.values()).build());
  }

  private static void collect(FileDescriptor file, Map<String, FileDescriptorProto> files) {
    file.getDependencies().forEach(each -> collect(each, files));
    FileDescriptorProto.Builder named = file.toProto().toBuilder();
    named.getMessageTypeBuilderList().forEach(Schema::nameFields);
    files.put(file.getName(), named.build());
  }

  /** What fields are called in JSON, which compiled code leaves out, as protoc writes it. */
  private static void nameFields(DescriptorProto.Builder message) {
    message.getNestedTypeBuilderList().forEach(Schema::nameFields);
    message.getFieldBuilderList().forEach(field -> field.setJsonName(camel(field.getName())));
  }

  private static String camel(String name) {
    return Pattern.compile("_(.)")
        .matcher(name)
        .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
  }

  /** A protobuf {@code FileDescriptorSet}. */
  public byte[] bytes() {
    return files.toByteArray();
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
