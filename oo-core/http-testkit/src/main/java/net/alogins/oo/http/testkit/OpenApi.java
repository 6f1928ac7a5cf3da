package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The contract as its document has it, for checking what goes over the wire. */
public final class OpenApi {

  private static final String SCHEMAS = "/components/schemas";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode document;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** The document on the class path. */
  public static OpenApi document() {
    try (InputStream in = ClassLoader.getSystemResourceAsStream("oo-http/openapi.yaml")) {
      return new OpenApi(new YAMLMapper().readTree(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Method and path of each operation, by operationId. */
  public Map<String, String> operations() {
    Map<String, String> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String id = method.getValue().get("operationId").asText();
        String place = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
        assertThat(operations.put(id, place)).as("operationId %s is unique", id).isNull();
      }
    }
    return operations;
  }

  /** The statuses that an operation may answer with. */
  public List<String> statuses(String method, String path) {
    List<String> statuses = new ArrayList<>();
    operation(method, path).get("responses").fieldNames().forEachRemaining(statuses::add);
    return statuses;
  }

  /** The values of the enumeration at a JSON pointer below the schemas. */
  public List<String> values(String pointer) {
    List<String> values = new ArrayList<>();
    document.at(SCHEMAS + pointer).forEach(v -> values.add(v.asText()));
    return values;
  }

  /** Whether {@code body} is what the operation takes. */
  public boolean takes(String method, String path, JsonNode body) {
    JsonNode content = operation(method, path).get("requestBody").get("content");
    return errors(content.get("application/json").get("schema"), body).isEmpty();
  }

  /** Fails unless {@code answer} is one that the operation may give. */
  public void check(String method, String path, Client.Answer answer) {
    String status = String.valueOf(answer.status());
    JsonNode response = resolved(operation(method, path).get("responses").get(status));
    assertThat(response).as("%s %s may answer %s", method, path, status).isNotNull();
    JsonNode content = response.get("content").get(answer.contentType());
    assertThat(content).as("content type %s for %s", answer.contentType(), status).isNotNull();
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      assertThat(answer.header(header.getKey())).as(header.getKey()).isNotEmpty();
    }
    if (answer.contentType().endsWith("json")) {
      assertThat(errors(content.get("schema"), answer.json())).as(answer.body()).isEmpty();
    }
  }

  private JsonNode operation(String method, String path) {
    JsonNode operation =
        document.get("paths").path(written(path)).path(method.toLowerCase(Locale.ROOT));
    assertThat(operation.isObject()).as("%s %s is in the contract", method, path).isTrue();
    return operation;
  }

  /** The path as the document has it, with names for what is asked for. */
  private String written(String path) {
    JsonNode paths = document.get("paths");
    Stream<String> all = paths.properties().stream().map(Map.Entry::getKey);
    return paths.has(path)
        ? path
        : all.filter(p -> path.matches(p.replaceAll("\\{\\w+}", "[^/]+"))).findFirst().orElse(path);
  }

  private JsonNode resolved(JsonNode node) {
    return node != null && node.has("$ref")
        ? document.at(node.get("$ref").asText().substring(1))
        : node;
  }

  /** The schemas refer to each other from the document's root; JSON Schema keeps them in $defs. */
  private List<Error> errors(JsonNode schema, JsonNode body) {
    ObjectNode whole = ((ObjectNode) document).objectNode();
    whole.set("$defs", document.at(SCHEMAS));
    whole.putArray("allOf").add(schema);
    String rooted = whole.toString().replace("#" + SCHEMAS, "#/$defs");
    return compiled.computeIfAbsent(rooted, REGISTRY::getSchema).validate(body);
  }
}
