package net.alogins.oo.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.webhook.WebhookVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.700Z");
  private static final byte[] BODY =
      "{\"title\":\"Water the plants\"}".getBytes(StandardCharsets.UTF_8);
  private static final WebhookSecret SECRET = WebhookSecret.of(WebhookSecret.fresh());
  private static final WebhookSecret OTHER = WebhookSecret.of(WebhookSecret.fresh());

  private final WebhookVerifier verifier = at(NOON);

  private static WebhookVerifier at(Instant now, WebhookSecret... more) {
    return new WebhookVerifier(
        more.length == 0 ? List.of(SECRET) : List.of(more), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Map<String, String> signed(String id) {
    return signed(id, NOON, SECRET);
  }

  private static Map<String, String> signed(String id, Instant at, WebhookSecret... secrets) {
    return new WebhookSigner(List.of(secrets)).headers(id, at, BODY);
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(name, value);
    return changed;
  }

  /** The example of the specification, and what its libraries test with. */
  @Test
  void a_message_is_signed_as_the_specification_has_it() {
    WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        new WebhookSigner(List.of(secret))
            .headers("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), body);

    assertThat(headers)
        .containsOnly(
            Map.entry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            Map.entry("webhook-timestamp", "1614265330"),
            Map.entry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void what_was_signed_is_genuine_once() {
    assertThat(verifier.verdict(signed("m1"), BODY)).isEqualTo(Verdict.GENUINE);
    assertThat(verifier.verdict(signed("m1"), BODY)).isEqualTo(Verdict.REPEATED);
    assertThat(verifier.verdict(signed("m1", NOON.plusSeconds(9), SECRET), BODY))
        .isEqualTo(Verdict.REPEATED);
    assertThat(verifier.verdict(signed("m2"), BODY)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void what_could_not_be_taken_may_come_again() {
    Map<String, String> headers = signed("m1");
    assertThat(verifier.verdict(headers, BODY)).isEqualTo(Verdict.GENUINE);
    verifier.forget(headers);

    assertThat(verifier.verdict(headers, BODY)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void what_is_forged_does_not_count_as_seen() {
    Map<String, String> forged = signed("m1", NOON, OTHER);
    assertThat(verifier.verdict(forged, BODY)).isEqualTo(Verdict.FORGED);

    assertThat(verifier.verdict(signed("m1"), BODY)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void any_other_body_id_or_time_is_forged() {
    Map<String, String> headers = signed("m1");
    for (int bit = 0; bit < 8 * BODY.length; bit++) {
      byte[] other = BODY.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifier.verdict(headers, other)).isEqualTo(Verdict.FORGED);
    }
    assertThat(verifier.verdict(headers, Arrays.copyOf(BODY, BODY.length - 1)))
        .isEqualTo(Verdict.FORGED);
    assertThat(verifier.verdict(with(headers, "webhook-id", "m2"), BODY)).isEqualTo(Verdict.FORGED);
    String later = "" + NOON.plusSeconds(1).getEpochSecond();
    assertThat(verifier.verdict(with(headers, "webhook-timestamp", later), BODY))
        .isEqualTo(Verdict.FORGED);
  }

  @Test
  void any_flipped_bit_of_a_signature_is_forged() {
    Map<String, String> headers = signed("m1");
    String signature = headers.getOrDefault("webhook-signature", "");
    byte[] mac = Base64.getDecoder().decode(signature.substring(3));
    for (int bit = 0; bit < 8 * mac.length; bit++) {
      byte[] other = mac.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      String forged = "v1," + Base64.getEncoder().encodeToString(other);
      assertThat(verifier.verdict(with(headers, "webhook-signature", forged), BODY))
          .isEqualTo(Verdict.FORGED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1,", "v1", "v2,AAAA", "v1a,AAAA", "v1,%%%", ",", "nonsense"})
  void what_is_no_signature_is_forged(String signature) {
    assertThat(verifier.verdict(with(signed("m1"), "webhook-signature", signature), BODY))
        .isEqualTo(Verdict.FORGED);
  }

  @Test
  void one_good_signature_among_a_few_is_enough() {
    Map<String, String> headers = signed("m1", NOON, OTHER, SECRET);
    assertThat(headers.getOrDefault("webhook-signature", "").split(" ", -1)).hasSize(2);

    assertThat(verifier.verdict(headers, BODY)).isEqualTo(Verdict.GENUINE);
    assertThat(at(NOON, OTHER).verdict(headers, BODY)).isEqualTo(Verdict.GENUINE);
    assertThat(at(NOON, OTHER, SECRET).verdict(signed("m1"), BODY)).isEqualTo(Verdict.GENUINE);
    String good = signed("m2").getOrDefault("webhook-signature", "");
    assertThat(
            verifier.verdict(
                with(signed("m2"), "webhook-signature", "v1,AAAA ".repeat(16) + good), BODY))
        .isEqualTo(Verdict.FORGED);
  }

  @ParameterizedTest
  @CsvSource({"-301, UNTIMELY", "-299, GENUINE", "300, GENUINE", "302, UNTIMELY"})
  void what_is_five_minutes_off_is_untimely(int seconds, Verdict verdict) {
    assertThat(verifier.verdict(signed("m1", NOON.plusSeconds(seconds), SECRET), BODY))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-id, ''",
    "webhook-id, a.b",
    "webhook-id, a b",
    "webhook-id, é",
    "webhook-timestamp, ''",
    "webhook-timestamp, noon",
    "webhook-timestamp, -5",
    "webhook-timestamp, 1.5",
    "webhook-timestamp, 99999999999999999999",
    "webhook-signature, ''"
  })
  void a_header_that_cannot_be_read_is_malformed(String name, String value) {
    assertThat(verifier.verdict(with(signed("m1"), name, value), BODY))
        .isEqualTo(Verdict.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void a_header_that_lacks_is_malformed(String name) {
    Map<String, String> headers = new HashMap<>(signed("m1"));
    headers.remove(name);

    assertThat(verifier.verdict(headers, BODY)).isEqualTo(Verdict.MALFORMED);
    assertThat(verifier.verdict(with(headers, name, "x".repeat(300)), BODY))
        .isNotEqualTo(Verdict.GENUINE);
  }

  @Test
  void what_was_seen_is_remembered_as_long_as_it_could_come_again_and_no_longer() {
    Seen seen = new Seen(2);
    Duration tolerance = Duration.ofMinutes(5);

    assertThat(seen.verdict("a", NOON, NOON.plus(tolerance))).isEqualTo(Verdict.GENUINE);
    assertThat(seen.verdict("b", NOON, NOON.plusSeconds(1))).isEqualTo(Verdict.GENUINE);
    assertThat(seen.verdict("c", NOON, NOON.plus(tolerance))).isEqualTo(Verdict.CROWDED);
    Instant later = NOON.plusSeconds(2);
    assertThat(seen.verdict("c", later, later.plus(tolerance))).isEqualTo(Verdict.GENUINE);
    assertThat(seen.verdict("a", NOON.plus(tolerance), later)).isEqualTo(Verdict.REPEATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "whsec_c2hvcnQ=",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_%%%KQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void a_secret_that_is_none_is_refused_and_not_quoted(String text) {
    assertThatThrownBy(() -> WebhookSecret.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("webhook secret must be whsec_ and 24 to 64 bytes in Base64")
        .hasNoCause();
  }

  @Test
  void a_fresh_secret_is_one_and_says_nothing() {
    String text = WebhookSecret.fresh();

    assertThat(WebhookSecret.of(text)).hasToString("a webhook's secret");
    assertThat(WebhookSecret.fresh()).isNotEqualTo(text);
  }

  @Test
  void an_id_that_could_be_read_as_more_is_not_signed() {
    assertThatThrownBy(() -> signed("m.1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WebhookSigner(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WebhookVerifier(List.of(), Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
