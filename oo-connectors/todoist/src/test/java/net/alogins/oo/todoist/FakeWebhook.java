package net.alogins.oo.todoist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What {@link FakeTodoist} would tell an application by itself.
 *
 * @param delivery the header that says which it is
 * @param signature the header that says who it is from
 * @param body its text
 */
public record FakeWebhook(String delivery, String signature, String body) {

  private static final String HMAC = "HmacSHA256";

  static FakeWebhook of(
      FakeWire wire, String event, String delivery, FakeAccount account, String task)
      throws IOException {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("version", "1");
    told.put("event_name", event);
    told.put("user_id", account.id());
    told.put("triggered_at", "2025-02-10T10:39:38.000000Z");
    told.put("initiator", initiator(account.id()));
    told.put("event_data", wire.shaped("task", account.wire(task)));
    return signed(delivery, FakeWire.JSON.writeValueAsString(wire.shaped("webhook", told)));
  }

  /** A text, signed as Todoist signs. */
  public static FakeWebhook signed(String delivery, String body) {
    try {
      byte[] secret = FakeTodoist.SECRET.getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      String signature =
          Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
      return new FakeWebhook(delivery, signature, body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its bytes. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> initiator(String account) {
    Map<String, Object> who = new LinkedHashMap<>();
    who.put("id", account);
    who.put("full_name", "Ada");
    who.put("email", "ada@example.org");
    who.put("image_id", null);
    who.put("is_premium", false);
    return who;
  }
}
