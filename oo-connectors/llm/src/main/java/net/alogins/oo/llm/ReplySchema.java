package net.alogins.oo.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;

/** What an answer must be: said on the wire, and held against the answer when it comes. */
final class ReplySchema {

  /** The schema, as it is sent. */
  static final String TEXT = Resource.text("reply.schema.json");

  /** What is said to a model whose answer was not like this. */
  static final String REPAIR =
      "Your last answer did not fit the schema. Answer again, with one JSON object that does.";

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(read(TEXT));

  private ReplySchema() {}

  private static JsonNode read(String text) {
    try {
      return STRICT.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new Failure(Failure.Kind.MALFORMED);
    }
  }

  /**
   * The suggestions in an answer, in its order.
   *
   * @throws Failure malformed, if it does not fit the schema
   */
  static List<Suggestion> suggestions(String text) {
    JsonNode reply = read(text);
    if (!SCHEMA.validate(reply).isEmpty()) {
      throw new Failure(Failure.Kind.MALFORMED);
    }
    List<Suggestion> suggestions = new ArrayList<>();
    for (JsonNode each : reply.path("suggestions")) {
      JsonNode minutes = each.path("minutes");
      suggestions.add(
          new Suggestion(
              each.path("title").textValue(), minutes.canConvertToInt() ? minutes.intValue() : 0));
    }
    return List.copyOf(suggestions);
  }
}
