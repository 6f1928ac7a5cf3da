package net.alogins.oo.todoist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

  private static final TodoistWebhook WEBHOOK = new TodoistWebhook(FakeTodoist.SECRET);
  private static final String BODY = "{\"event_name\": \"item:added\", \"user_id\": \"7\"}";

  @Test
  void what_todoist_tells_is_whose_tasks_have_changed() throws Exception {
    try (FakeTodoist fake = FakeTodoist.start(Desk.CALLBACK, Clock.systemUTC())) {
      FakeWebhook told = fake.webhook("item:completed", "d-7", fake.account().add("Buy milk"));

      assertThat(WEBHOOK.read(told.signature(), told.delivery(), told.bytes()))
          .contains(new TodoistWebhook.Delivery("d-7", fake.account().id(), "item:completed"));
    }
  }

  @Test
  void every_bit_of_body_and_signature_counts() {
    FakeWebhook told = FakeWebhook.signed("d-1", BODY);
    for (int bit = 0; bit < 8 * told.bytes().length; bit++) {
      byte[] forged = told.bytes();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(WEBHOOK.read(told.signature(), "d-1", forged)).isEmpty();
    }
    byte[] signature = Base64.getDecoder().decode(told.signature());
    for (int bit = 0; bit < 8 * signature.length; bit++) {
      byte[] forged = signature.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      String text = Base64.getEncoder().encodeToString(forged);
      assertThat(WEBHOOK.read(text, "d-1", told.bytes())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "é", "AAAA", "not base64!", "\u0000"})
  void what_is_no_signature_is_none(String signature) {
    assertThat(WEBHOOK.read(signature, "d-1", BODY.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void another_application_is_not_this_one() {
    FakeWebhook told = FakeWebhook.signed("d-1", BODY);

    assertThat(WEBHOOK.read(told.signature(), "d-1", told.bytes())).isPresent();
    assertThat(new TodoistWebhook("other").read(told.signature(), "d-1", told.bytes())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"event_name\": \"item:added\"}",
        "{\"event_name\": \"item:added\", \"user_id\": 7}",
        "{\"event_name\": \"item:added\", \"user_id\": \"a b\"}",
        "{\"event_name\": \"<b>\", \"user_id\": \"7\"}",
        "<html>",
      })
  void what_is_signed_and_not_understood_tells_nothing(String body) {
    FakeWebhook told = FakeWebhook.signed("d-1", body);

    assertThat(WEBHOOK.read(told.signature(), "d-1", told.bytes())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb"})
  void a_delivery_without_a_name_tells_nothing(String delivery) {
    FakeWebhook told = FakeWebhook.signed(delivery, BODY);

    assertThat(WEBHOOK.read(told.signature(), delivery, told.bytes())).isEmpty();
  }
}
