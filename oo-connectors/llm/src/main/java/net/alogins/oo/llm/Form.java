package net.alogins.oo.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.List;
import java.util.Optional;

/**
 * What a model's answer is to be like: JSON of a schema, which goes with the question as far as the
 * other side holds to it, and is held against the answer here.
 */
public final class Form {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The bounds of numbers, which not every server takes in a schema. */
  private static final List<String> BOUNDS = List.of("minimum", "maximum");

  private final String name;
  private final String wire;
  private final Schema schema;

  private Form(String name, String wire, Schema schema) {
    this.name = name;
    this.wire = wire;
    this.schema = schema;
  }

  /**
   * JSON of {@code schema} (JSON Schema 2020-12), which a server knows as {@code name}. The bounds
   * of numbers hold on arrival only.
   *
   * @throws IllegalArgumentException if the schema is no JSON object
   */
  public static Form of(String name, String schema) {
    JsonNode wire = schema(name, schema);
    BOUNDS.forEach(bound -> strip(wire, bound));
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return new Form(name, wire.toString(), registry.getSchema(schema(name, schema)));
  }

  private static JsonNode schema(String name, String text) {
    return read(text)
        .filter(JsonNode::isObject)
        .orElseThrow(
            () -> new IllegalArgumentException("schema '" + name + "' must be a JSON object"));
  }

  private static void strip(JsonNode schema, String bound) {
    schema.findParents(bound).forEach(parent -> ((ObjectNode) parent).remove(bound));
  }

  private static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(STRICT.readTree(text));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  /**
   * An answer as JSON of the schema.
   *
   * @throws Failure malformed, if it does not fit
   */
  JsonNode answer(String text) {
    return read(text)
        .filter(answer -> schema.validate(answer).isEmpty())
        .orElseThrow(() -> new Failure(Failure.Kind.MALFORMED));
  }

  /** How a question asks for it. */
  ResponseFormat format() {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(JsonSchema.builder().name(name).rootElement(JsonRawSchema.from(wire)).build())
        .build();
  }
}
