package net.alogins.oo.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What an answer must be: said on the wire, and held against the answer when it comes. */
final class ReplySchema {

  /** The schema, as it is sent. */
  static final String TEXT = Resource.text("reply.schema.json");

  /** What is said to a model whose answer was not like this. */
  static final String REPAIR =
      "Your last answer did not fit the schema. Answer again, with one JSON object that does.";

  /** The schema, for both ends. */
  static final Form FORM = Form.of("suggestions", TEXT);

  private ReplySchema() {}

  /**
   * The suggestions in an answer, in its order.
   *
   * @throws Failure malformed, if it does not fit the schema
   */
  static List<Suggestion> suggestions(String text) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (JsonNode each : FORM.answer(text).path("suggestions")) {
      JsonNode minutes = each.path("minutes");
      suggestions.add(
          new Suggestion(
              each.path("title").textValue(), minutes.canConvertToInt() ? minutes.intValue() : 0));
    }
    return List.copyOf(suggestions);
  }
}
