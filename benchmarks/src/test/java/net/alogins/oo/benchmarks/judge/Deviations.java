package net.alogins.oo.benchmarks.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In what a request is not as the reference of Anthropic's Messages API has it. */
final class Deviations {

  /**
   * Of the fields that it has, those that are asked for here; any other is looked at by a person.
   */
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "system",
          "temperature",
          "stream",
          "stop_sequences",
          "output_config");

  /** What structured outputs do not support in a schema. */
  private static final Set<String> UNSUPPORTED =
      Set.of("minimum", "maximum", "multipleOf", "minLength", "maxLength", "maxItems");

  private final List<String> all = new ArrayList<>();

  Deviations(HttpExchange exchange, JsonNode body) {
    headers(exchange);
    body.fieldNames().forEachRemaining(name -> require(FIELDS.contains(name), "a field " + name));
    require(body.path("model").asText().equals(FakeAnthropic.MODEL), "model");
    require(body.path("max_tokens").isInt() && body.path("max_tokens").asInt() >= 1, "max_tokens");
    require(!body.path("stream").asBoolean(), "stream");
    double temperature = body.path("temperature").asDouble(1);
    require(temperature >= 0 && temperature <= 1, "temperature");
    require(body.path("system").isMissingNode() || isContent(body.path("system")), "system");
    messages(body.path("messages"));
    format(body.path("output_config").path("format"));
  }

  List<String> all() {
    return List.copyOf(all);
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      all.add(what);
    }
  }

  private void headers(HttpExchange exchange) {
    require(exchange.getRequestMethod().equals("POST"), "the method");
    require(exchange.getRequestURI().toString().equals("/v1/messages"), "the path");
    require(header(exchange, "x-api-key").equals(FakeAnthropic.KEY), "x-api-key");
    require(header(exchange, "anthropic-version").equals("2023-06-01"), "anthropic-version");
    require(header(exchange, "content-type").startsWith("application/json"), "content-type");
    require(header(exchange, "authorization").isEmpty(), "authorization");
    require(header(exchange, "anthropic-beta").isEmpty(), "anthropic-beta");
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  private void messages(JsonNode messages) {
    require(messages.isArray() && !messages.isEmpty(), "messages");
    require(messages.path(0).path("role").asText().equals("user"), "the first role");
    for (JsonNode message : messages) {
      require(Set.of("user", "assistant").contains(message.path("role").asText()), "a role");
      require(isContent(message.path("content")), "content");
    }
  }

  /** Text, or blocks of text, none of them empty. */
  private static boolean isContent(JsonNode content) {
    if (content.isTextual()) {
      return !content.asText().isEmpty();
    }
    boolean isContent = content.isArray() && !content.isEmpty();
    for (JsonNode block : content) {
      isContent &=
          block.path("type").asText().equals("text") && !block.path("text").asText().isEmpty();
    }
    return isContent;
  }

  private void format(JsonNode format) {
    require(format.path("type").asText().equals("json_schema"), "output_config.format.type");
    JsonNode schema = format.path("schema");
    require(schema.path("type").asText().equals("object"), "output_config.format.schema");
    require(
        schema.path("additionalProperties").isBoolean()
            && !schema.path("additionalProperties").asBoolean(),
        "additionalProperties");
    UNSUPPORTED.forEach(word -> require(schema.findValue(word) == null, word));
  }
}
