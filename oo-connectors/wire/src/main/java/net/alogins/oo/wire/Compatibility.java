package net.alogins.oo.wire;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a later release of a contract must keep of an earlier one: each message, field and value,
 * with its number, name, type and place in a oneof. More may be added. A field may go when both its
 * number and its name are reserved.
 */
public final class Compatibility {

  private final Map<String, DescriptorProto> messages = new LinkedHashMap<>();
  private final Map<String, EnumDescriptorProto> enums = new LinkedHashMap<>();
  private final List<String> breaches = new ArrayList<>();

  private Compatibility(FileDescriptorSet files) {
    for (FileDescriptorProto file : files.getFileList()) {
      String place = file.getPackage().isEmpty() ? "" : file.getPackage() + ".";
      file.getMessageTypeList().forEach(each -> collect(place, each));
      file.getEnumTypeList().forEach(each -> enums.put(place + each.getName(), each));
    }
  }

  private void collect(String place, DescriptorProto message) {
    String name = place + message.getName();
    messages.put(name, message);
    message.getNestedTypeList().forEach(each -> collect(name + ".", each));
    message.getEnumTypeList().forEach(each -> enums.put(name + "." + each.getName(), each));
  }

  /** What {@code later} breaks of {@code earlier}, in words; empty if nothing. */
  public static List<String> breaches(FileDescriptorSet earlier, FileDescriptorSet later) {
    Compatibility kept = new Compatibility(later);
    Compatibility before = new Compatibility(earlier);
    before.messages.forEach(kept::compareMessage);
    before.enums.forEach(kept::compareEnum);
    return List.copyOf(kept.breaches);
  }

  /**
   * Whether {@code next} may follow {@code newest}, which may be absent.
   *
   * @throws IncompatibleSchemaException if it may not
   */
  public static void requireNext(Optional<Schema> newest, Schema next)
      throws IncompatibleSchemaException {
    int expected = newest.map(Schema::version).orElse(next.version() - 1) + 1;
    if (next.version() != expected) {
      throw new IncompatibleSchemaException(
          "schema " + next + " must be version " + expected + ", the next one");
    }
    List<String> broken =
        newest.map(before -> breaches(before.files(), next.files())).orElse(List.of());
    if (!broken.isEmpty()) {
      throw new IncompatibleSchemaException(
          "schema " + next + " must keep what was released but: " + String.join("; ", broken));
    }
  }

  private void compareMessage(String name, DescriptorProto before) {
    DescriptorProto now = messages.get(name);
    if (now == null) {
      breaches.add("message " + name + " is gone");
      return;
    }
    for (FieldDescriptorProto field : before.getFieldList()) {
      String place = name + "." + field.getName();
      now.getFieldList().stream()
          .filter(each -> each.getNumber() == field.getNumber())
          .findFirst()
          .ifPresentOrElse(
              each -> compareField(place, oneof(before, field), field, oneof(now, each), each),
              () -> requireReserved(place, now, field));
    }
  }

  private void compareField(
      String place,
      String group,
      FieldDescriptorProto field,
      String groupNow,
      FieldDescriptorProto now) {
    requireSame(place, "name", field.getName(), now.getName());
    requireSame(place, "type", type(field), type(now));
    requireSame(place, "oneof", group, groupNow);
  }

  private static String type(FieldDescriptorProto field) {
    return field.getLabel() + " " + field.getType() + " " + field.getTypeName();
  }

  private static String oneof(DescriptorProto message, FieldDescriptorProto field) {
    return field.hasOneofIndex() ? message.getOneofDecl(field.getOneofIndex()).getName() : "";
  }

  private void requireReserved(String place, DescriptorProto now, FieldDescriptorProto field) {
    int number = field.getNumber();
    boolean isNumberReserved =
        now.getReservedRangeList().stream()
            .anyMatch(range -> range.getStart() <= number && number < range.getEnd());
    if (!isNumberReserved || !now.getReservedNameList().contains(field.getName())) {
      breaches.add("field " + place + " is gone and not reserved");
    }
  }

  private void compareEnum(String name, EnumDescriptorProto before) {
    EnumDescriptorProto now = enums.get(name);
    if (now == null) {
      breaches.add("enum " + name + " is gone");
      return;
    }
    for (EnumValueDescriptorProto value : before.getValueList()) {
      now.getValueList().stream()
          .filter(each -> each.getNumber() == value.getNumber())
          .findFirst()
          .ifPresentOrElse(
              each -> requireSame(name, "value", value.getName(), each.getName()),
              () -> breaches.add("value " + name + "." + value.getName() + " is gone"));
    }
  }

  private void requireSame(String place, String what, String before, String now) {
    if (!before.equals(now)) {
      breaches.add(
          "%s has %s %s instead of %s".formatted(place, what, quoted(now), quoted(before)));
    }
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "none" : text.strip();
  }
}
