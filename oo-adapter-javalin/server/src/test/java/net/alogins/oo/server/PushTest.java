package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.alogins.oo.server.Browser.Page;
import net.alogins.oo.webhook.WebhookSecret;
import net.alogins.oo.webhook.WebhookSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anything pushes a task to the server, with the secret that its person was shown. */
class PushTest {

  private static final String MILK = "{\"tasks\":[{\"id\":\"1\",\"title\":\"Buy milk\"}]}";
  private static final String BREAD =
      "{\"tasks\":[{\"id\":\"1\",\"deleted\":true},{\"id\":\"2\",\"title\":\"Buy bread\"}]}";

  @TempDir private Path directory;

  private Linked serving(String... options) throws IOException {
    String[] all = new String[options.length + 1];
    all[0] = "--webhooks";
    System.arraycopy(options, 0, all, 1, options.length);
    return Linked.in(directory, Map.of(), all);
  }

  private static Page push(Linked server, JsonNode to, String id, String body) throws IOException {
    String secret = to.path("secret").asText();
    Map<String, String> signed =
        new WebhookSigner(List.of(WebhookSecret.of(secret)))
            .headers(id, Instant.now(), body.getBytes(StandardCharsets.UTF_8));
    String[] headers =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .toArray(String[]::new);
    return server.browser().post("/webhooks/tasks/" + to.path("id").asText(), body, headers);
  }

  private static JsonNode connected(Linked server) throws IOException {
    return server.posted("/v1/connections", "{\"connector\":\"webhook\"}");
  }

  @Test
  void what_is_pushed_is_a_tip_and_after_a_restart_it_still_is() throws IOException {
    JsonNode connection;
    try (Linked server = serving()) {
      connection = connected(server);
      assertThat(connection.path("secret").asText()).startsWith("whsec_");
      assertThat(server.connections().toString()).doesNotContain("whsec_");

      Page taken = push(server, connection, "m1", MILK);

      assertThat(taken.status()).isEqualTo(204);
      assertThat(server.tip()).isEqualTo("Buy milk");
      push(server, connection, "m2", BREAD);
    }
    try (Linked server = serving()) {
      assertThat(push(server, connection, "m1", MILK).status()).isEqualTo(204);
      assertThat(server.tip()).as("what came again was taken before").isEqualTo("Buy bread");
      push(server, connection, "m3", "{\"tasks\":[{\"id\":\"2\",\"deleted\":true}]}");
      assertThat(server.tip()).isEmpty();
    }
  }

  @Test
  void what_is_not_taken_is_a_problem_that_names_the_rule() throws IOException {
    try (Linked server = serving()) {
      JsonNode connection = connected(server);
      Page broken = push(server, connection, "m1", "{\"tasks\":[{\"id\":\"1\"}]}");
      Page stranger = server.browser().post("/webhooks/tasks/nobody", MILK);
      Page unreadable = server.browser().post("/webhooks/tasks/a%20b", MILK);
      Page large = push(server, connection, "m2", " ".repeat(256 << 10) + MILK);

      assertThat(broken.status()).isEqualTo(400);
      assertThat(broken.header("Content-Type").orElseThrow()).startsWith("application/problem");
      assertThat(broken.body()).contains("tasks[0].title must ");
      assertThat(stranger.status()).isEqualTo(401);
      assertThat(unreadable.status()).isEqualTo(401);
      assertThat(unreadable.body()).isEqualTo(stranger.body());
      assertThat(large.status()).isEqualTo(413);
      assertThat(server.tip()).isEmpty();
    }
  }

  @Test
  void nobody_is_told_at_an_address_inside_or_not_allowed() throws IOException {
    try (Linked server = serving("--webhook-hosts=hooks.example.org")) {
      for (String address :
          List.of("https://127.0.0.1/", "http://hooks.example.org/", "https://example.com/")) {
        JsonNode refused =
            server.posted(
                "/v1/connections",
                "{\"connector\":\"webhook\",\"target\":\"%s\"}".formatted(address));
        assertThat(refused.path("detail").asText()).startsWith("target must begin with https://");
      }
      assertThat(server.connections().path("connections")).isEmpty();
    }
  }

  @Test
  void a_new_secret_takes_the_place_of_the_old_one() throws IOException {
    try (Linked server = serving()) {
      JsonNode old = connected(server);
      JsonNode fresh =
          server.posted("/v1/connections/" + old.path("id").asText() + "/reconnect", "{}");

      assertThat(push(server, old, "m1", MILK).status()).isEqualTo(401);
      assertThat(push(server, fresh, "m1", MILK).status()).isEqualTo(204);
    }
  }
}
