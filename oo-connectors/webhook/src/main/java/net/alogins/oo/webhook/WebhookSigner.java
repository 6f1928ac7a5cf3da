package net.alogins.oo.webhook;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs webhooks as Standard Webhooks 1.0 has it. With two secrets every message has two
 * signatures, so that a receiver may change over from one to the other.
 */
public final class WebhookSigner {

  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";
  static final String VERSION = "v1,";

  private final List<WebhookSecret> secrets;

  /** One with these secrets, at least one of them. */
  public WebhookSigner(List<WebhookSecret> secrets) {
    this.secrets = List.copyOf(secrets);
    if (this.secrets.isEmpty()) {
      throw new IllegalArgumentException("a webhook must have at least one secret");
    }
  }

  /**
   * The headers of a message.
   *
   * @param id unique, and the same when it is sent again: visible ASCII but dots, at most 256
   * @param at when it is sent
   */
  public Map<String, String> headers(String id, Instant at, byte[] body) {
    if (!Signed.isId(id)) {
      throw new IllegalArgumentException(
          "webhook id must be 1 to 256 visible ASCII characters but dots");
    }
    long seconds = at.getEpochSecond();
    String signatures =
        secrets.stream()
            .map(secret -> VERSION + text(secret.mac(id, seconds, body)))
            .collect(Collectors.joining(" "));
    return Map.of(ID, id, TIMESTAMP, Long.toString(seconds), SIGNATURE, signatures);
  }

  private static String text(byte[] mac) {
    return Base64.getEncoder().encodeToString(mac);
  }
}
