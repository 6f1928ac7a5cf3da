package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.alogins.oo.webhook.WebhookVerifier.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same signatures, as somebody else reads the specification. */
class NodeJudgeTest {

  private static final List<String> BODIES =
      List.of("{}", "{\"title\":\"Gießen, 植物に水をやる 🌱\"}", "[1, 2.50, \" \\t \"]", "\"a.b.c\"");

  private static Optional<NodeJudge> shared = Optional.empty();

  private final String first = WebhookSecret.fresh();
  private final String second = WebhookSecret.fresh();
  private NodeJudge judge;

  /** One for all tests; without one each of them is skipped, and counted so. */
  @BeforeEach
  void start() throws IOException, InterruptedException {
    if (shared.isEmpty()) {
      shared = Optional.of(NodeJudge.start());
    }
    judge = shared.get();
  }

  @AfterAll
  static void stop() {
    shared.ifPresent(NodeJudge::close);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private Map<String, String> signed(Instant at, String body, String... secrets) {
    return new WebhookSigner(Stream.of(secrets).map(WebhookSecret::of).toList())
        .headers("msg_1", at, bytes(body));
  }

  private String judged(String secret, Map<String, String> headers, String body)
      throws IOException {
    return judge.ask(
        "verify",
        secret,
        headers.getOrDefault("webhook-id", ""),
        headers.getOrDefault("webhook-timestamp", ""),
        headers.getOrDefault("webhook-signature", ""),
        base64(body));
  }

  @Test
  void what_we_sign_the_judge_takes() throws IOException {
    for (String body : BODIES) {
      assertThat(judged(first, signed(Instant.now(), body, first), body)).isEqualTo("yes");
    }
  }

  @Test
  void of_two_signatures_the_judge_takes_either() throws IOException {
    Map<String, String> headers = signed(Instant.now(), "{}", first, second);

    assertThat(judged(first, headers, "{}")).isEqualTo("yes");
    assertThat(judged(second, headers, "{}")).isEqualTo("yes");
    assertThat(judged(WebhookSecret.fresh(), headers, "{}")).isEqualTo("no");
  }

  @Test
  void what_is_not_as_it_was_or_is_old_the_judge_refuses_as_we_do() throws IOException {
    Instant now = Instant.now();
    assertThat(judged(first, signed(now, "{}", first), "[]")).isEqualTo("no");
    assertThat(judged(second, signed(now, "{}", first), "{}")).isEqualTo("no");
    assertThat(judged(first, signed(now.minusSeconds(330), "{}", first), "{}")).isEqualTo("no");
    assertThat(judged(first, signed(now.plusSeconds(330), "{}", first), "{}")).isEqualTo("no");
    assertThat(judged(first, signed(now.minusSeconds(270), "{}", first), "{}")).isEqualTo("yes");
  }

  @Test
  void what_the_judge_signs_is_genuine() throws IOException {
    WebhookVerifier verifier =
        new WebhookVerifier(List.of(WebhookSecret.of(first)), Clock.systemUTC());
    for (String body : BODIES) {
      String id = "msg_" + BODIES.indexOf(body);
      String seconds = "" + Instant.now().getEpochSecond();
      String signature = judge.ask("sign", first, id, seconds, base64(body));
      Map<String, String> headers =
          Map.of("webhook-id", id, "webhook-timestamp", seconds, "webhook-signature", signature);

      assertThat(verifier.verdict(headers, bytes(body))).isEqualTo(Verdict.GENUINE);
      assertThat(verifier.verdict(headers, bytes(body + " "))).isEqualTo(Verdict.FORGED);
    }
  }
}
