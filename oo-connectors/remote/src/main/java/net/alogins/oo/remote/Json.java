package net.alogins.oo.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.alogins.oo.signal.ConnectorException;

/**
 * A JSON value that another system has sent. It is asked for what is expected in it: what is not
 * there, is null, or is of another type, is absent.
 */
public final class Json {

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final int LONGEST_NAME = 1024;
  private static final int LONGEST_NUMBER = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .build();

  private final JsonNode node;

  private Json(JsonNode node) {
    this.node = node;
  }

  /**
   * The JSON object that these bytes are.
   *
   * @throws ConnectorException malformed, if they are none, or exceed the limits of one
   */
  public static Json of(byte[] bytes) throws ConnectorException {
    return read(new ByteArrayInputStream(bytes), Map.of());
  }

  /** One object and nothing else; the arrays that have a part are taken by it. */
  static Json read(InputStream bytes, Map<String, Answer.Part> parts) throws ConnectorException {
    return read(bytes, JsonToken.START_OBJECT, parser -> members(parser, parts));
  }

  /** The elements of one array and nothing else. */
  static void each(InputStream bytes, Answer.Part part) throws ConnectorException {
    read(
        bytes,
        JsonToken.START_ARRAY,
        parser -> {
          take(parser, part);
          return part;
        });
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(JsonParser parser) throws IOException, ConnectorException;
  }

  private static <T> T read(InputStream bytes, JsonToken start, Reader<T> reader)
      throws ConnectorException {
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      if (parser.nextToken() == start) {
        T read = reader.read(parser);
        if (parser.nextToken() == null) {
          return read;
        }
      }
    } catch (IOException broken) {
      throw ConnectorException.malformed("answer must be JSON within limits but was not");
    }
    throw ConnectorException.malformed("answer must be one JSON object or array but was not");
  }

  private static Json members(JsonParser parser, Map<String, Answer.Part> parts)
      throws IOException, ConnectorException {
    ObjectNode rest = MAPPER.createObjectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
      Optional<Answer.Part> part = Optional.ofNullable(parts.get(name)).filter(any -> isArray);
      if (part.isPresent()) {
        take(parser, part.get());
      } else {
        rest.set(name, parser.<JsonNode>readValueAsTree());
      }
    }
    return new Json(rest);
  }

  private static void take(JsonParser parser, Answer.Part part)
      throws IOException, ConnectorException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      part.take(new Json(parser.readValueAsTree()));
    }
  }

  static String write(Map<String, ?> members) {
    try {
      return MAPPER.writeValueAsString(members);
    } catch (JsonProcessingException bug) {
      throw new IllegalArgumentException("members must be writable as JSON", bug);
    }
  }

  /** The member of this name. */
  public Json at(String name) {
    return new Json(node.path(name));
  }

  /** Whether there is something that is not null. */
  public boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** This, as a text. */
  public Optional<String> text() {
    return Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** The member of this name, as a text. */
  public Optional<String> text(String name) {
    return at(name).text();
  }

  /**
   * The member of this name, as a text.
   *
   * @throws ConnectorException malformed, if there is none
   */
  public String required(String name) throws ConnectorException {
    return text(name)
        .orElseThrow(() -> ConnectorException.malformed("answer must have a text '" + name + "'"));
  }

  /** The member of this name, as a whole number. */
  public OptionalLong whole(String name) {
    JsonNode number = node.path(name);
    return number.isIntegralNumber() && number.canConvertToLong()
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  /** Whether the member of this name is true. */
  public boolean isTrue(String name) {
    JsonNode member = node.path(name);
    return member.isBoolean() && member.booleanValue();
  }

  /** Whether this is true; empty if it is neither true nor false. */
  public Optional<Boolean> flag() {
    return Optional.of(node).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /** The names of all members, in their order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The elements of the array of this name. */
  public Stream<Json> each(String name) {
    JsonNode array = node.path(name);
    return array.isArray()
        ? StreamSupport.stream(array.spliterator(), false).map(Json::new)
        : Stream.empty();
  }
}
