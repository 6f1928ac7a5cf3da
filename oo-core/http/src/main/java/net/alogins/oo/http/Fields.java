package net.alogins.oo.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of a JSON object; each reading names the field and the rule that it breaks. */
final class Fields {

  /** What an id is, whoever chose it. */
  static final String ID_RULE = "be 1 to 256 characters, not blank, without control characters";

  private static final int LONGEST_QUOTE = 64;
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)",
          Pattern.CASE_INSENSITIVE);

  private final ObjectNode object;

  private Fields(ObjectNode object) {
    this.object = object;
  }

  static Fields none() {
    return new Fields(JsonNodeFactory.instance.objectNode());
  }

  static Fields among(ObjectNode object, String... known) {
    List<String> names = List.of(known);
    for (var field : object.properties()) {
      if (!names.contains(field.getKey())) {
        throw Refusal.invalid(
            "field " + quoted(field.getKey()), "be absent: there are " + String.join(", ", names));
      }
    }
    return new Fields(object);
  }

  /** A name that somebody else chose, harmless wherever it is shown. */
  static String quoted(String name) {
    String harmless = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return harmless.length() > LONGEST_QUOTE ? harmless.substring(0, LONGEST_QUOTE) : harmless;
  }

  boolean has(String name) {
    return object.has(name);
  }

  /** The object called {@code name}. */
  Optional<ObjectNode> object(String name) {
    return Optional.ofNullable(object.get(name))
        .map(
            node -> {
              if (node instanceof ObjectNode found) {
                return found;
              }
              throw Refusal.invalid(name, "be a JSON object");
            });
  }

  /** The text called {@code name}, which must be there. */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> Refusal.invalid(name, "be given"));
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(object.get(name)).map(node -> text(name, node));
  }

  /** Whether the truth value called {@code name} is true; it is false where it is not given. */
  boolean flag(String name) {
    JsonNode node = object.get(name);
    if (node != null && !node.isBoolean()) {
      throw Refusal.invalid(name, "be true or false");
    }
    return node != null && node.booleanValue();
  }

  static String text(String name, JsonNode node) {
    if (!node.isTextual() || !isUnicode(node.textValue())) {
      throw Refusal.invalid(name, "be a text");
    }
    return node.textValue();
  }

  /** JSON can escape half a surrogate pair, which is no character and no store keeps. */
  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** The text called {@code name}, read by {@code parser}, which knows {@code rule}. */
  <T> T parsed(String name, Function<String, T> parser, String rule) {
    return parsed(name, text(name), parser, rule);
  }

  <T> Optional<T> optional(String name, Function<String, T> parser, String rule) {
    return optionalText(name).map(text -> parsed(name, text, parser, rule));
  }

  /** The texts in the array called {@code name}, which must be there. */
  List<String> texts(String name) {
    if (!(object.get(name) instanceof ArrayNode array)) {
      throw Refusal.invalid(name, "be an array of texts");
    }
    return array.valueStream().map(node -> text(name, node)).toList();
  }

  /** What {@code parser}, which knows {@code rule}, reads from {@code text}. */
  static <T> T parsed(String name, String text, Function<String, T> parser, String rule) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException broken) {
      throw Refusal.invalid(name, rule);
    }
  }

  /** The instant called {@code name}, which must be there. */
  Instant instant(String name) {
    return parsed(name, Fields::instantOf, "be a date and time of RFC 3339");
  }

  private static Instant instantOf(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      throw new IllegalArgumentException("date and time must follow RFC 3339");
    }
    return OffsetDateTime.parse(text).toInstant();
  }
}
