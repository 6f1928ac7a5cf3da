package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.alogins.oo.webhook.NodeJudge;
import net.alogins.oo.webhook.Receiver;
import net.alogins.oo.webhook.Receiver.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody hears by webhooks, of a whole server, what becomes of their tips. */
class HearingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private Receiver receiver;
  private ServerProcess server;
  private Client client;
  private String secret;

  @BeforeEach
  void start() throws IOException {
    receiver = Receiver.start();
    Files.writeString(directory.resolve("my.todo.txt"), "Water the plants\nCall Jo\n");
    serve();
    JsonNode made =
        Client.json(
            client.post(
                "/v1/connections",
                "{\"connector\":\"webhook\",\"id\":\"1\",\"mayWrite\":false,\"target\":\"%s\"}"
                    .formatted(receiver.address())));
    secret = made.path("secret").asText();
    await().atMost(PATIENCE).until(this::isSynced);
  }

  private void serve() throws IOException {
    List<String> command =
        Jvm.quick()
            .command(
                HearingMain.class,
                "serve",
                directory.resolve("data").toString(),
                directory.resolve("my.todo.txt").toString());
    server = ServerProcess.of(new ProcessBuilder(command).redirectError(Redirect.INHERIT));
    client = new Client(server.address());
  }

  private boolean isSynced() throws IOException {
    return Client.json(client.get("/v1/connections")).at("/connections/0/synced").isTextual();
  }

  @AfterEach
  void stop() {
    server.close();
    receiver.close();
  }

  private void heard(String type, int times) {
    await().atMost(PATIENCE).until(() -> distinct(type) == times);
  }

  private long distinct(String type) {
    return receiver.messages().stream()
        .filter(message -> message.type().equals(type))
        .map(Message::id)
        .distinct()
        .count();
  }

  private void killAndGoOn() throws IOException {
    server.kill();
    serve();
  }

  private static boolean isGenuine(NodeJudge judge, Message message, String by) throws IOException {
    Map<String, String> headers = message.headers();
    return judge
        .ask(
            "verify",
            by,
            message.id(),
            String.valueOf(headers.get("webhook-timestamp")),
            String.valueOf(headers.get("webhook-signature")),
            Base64.getEncoder().encodeToString(message.body().getBytes(StandardCharsets.UTF_8)))
        .equals("yes");
  }

  /** Killed before a tip is told, while it is, and after an answer is acknowledged. */
  @Test
  void a_tip_and_its_answer_are_heard_signed_whenever_the_server_is_killed() throws Exception {
    String tip = client.tip();
    killAndGoOn();
    heard("tip.served", 1);

    assertThat(client.react(tip, "dismiss", "r1")).isTrue();
    killAndGoOn();
    heard("tip.dismissed", 1);

    receiver.beforeAnswer(server::kill);
    String second = client.tip();
    assertThat(server.ended()).isNotZero();
    serve();
    await().atMost(PATIENCE).until(() -> timesOf(second) == 2);
    assertThat(client.react(second, "done", "r2")).isTrue();
    heard("tip.done", 1);

    heardOnce(List.of("tip.served", "tip.dismissed", "tip.served", "tip.done"));
    try (NodeJudge judge = NodeJudge.start()) {
      for (Message message : receiver.messages()) {
        assertThat(isGenuine(judge, message, secret)).isTrue();
      }
      assertThat(isGenuine(judge, receiver.messages().get(0), "whsec_" + "A".repeat(32))).isFalse();
    }
  }

  private long timesOf(String tip) {
    return receiver.messages().stream()
        .filter(message -> message.type().equals("tip.served") && message.body().contains(tip))
        .count();
  }

  /** By their ids, in the order in which they came first; what came twice was the same twice. */
  private void heardOnce(List<String> types) {
    Map<String, List<Message>> byId =
        receiver.messages().stream()
            .collect(Collectors.groupingBy(Message::id, LinkedHashMap::new, Collectors.toList()));
    assertThat(byId.values())
        .allMatch(same -> same.stream().map(Message::body).distinct().count() == 1);
    assertThat(byId.values().stream().map(same -> same.get(0).type())).isEqualTo(types);
  }
}
