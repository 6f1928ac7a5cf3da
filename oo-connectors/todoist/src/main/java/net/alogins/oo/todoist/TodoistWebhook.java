package net.alogins.oo.todoist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import net.alogins.oo.remote.Hmac;
import net.alogins.oo.remote.Json;
import net.alogins.oo.signal.ConnectorException;

/**
 * What Todoist tells an application of by itself. It says only that somebody's tasks have changed:
 * what they are is fetched.
 */
public final class TodoistWebhook {

  /** The header that says who it is from. */
  public static final String SIGNATURE = "X-Todoist-Hmac-SHA256";

  /** The header that says which it is. */
  public static final String DELIVERY = "X-Todoist-Delivery-ID";

  private static final String DELIVERY_RULE = "[!-~]{1,128}";
  private static final String EVENT_RULE = "[a-z_]{1,32}:[a-z_]{1,32}";

  private final Hmac hmac;

  /** For the application that has this secret. */
  public TodoistWebhook(String secret) {
    this.hmac = new Hmac(secret);
  }

  /**
   * Something that has happened.
   *
   * @param id the same when it is told again
   * @param account the id of the Todoist user whose it is
   * @param event what it was, {@code item:added} for example
   */
  public record Delivery(String id, String account, String event) {}

  /**
   * What a request tells; empty if it is not signed by Todoist for this application, or is not
   * understood.
   *
   * @param signature the value of the header {@value #SIGNATURE}
   * @param delivery the value of the header {@value #DELIVERY}
   * @param body the bytes as they came
   */
  public Optional<Delivery> read(String signature, String delivery, byte[] body) {
    return delivery.matches(DELIVERY_RULE) && isSigned(signature, body)
        ? understood(delivery, body)
        : Optional.empty();
  }

  private boolean isSigned(String signature, byte[] body) {
    byte[] told = signature.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(Base64.getEncoder().encode(hmac.of(body)), told);
  }

  private static Optional<Delivery> understood(String delivery, byte[] body) {
    try {
      Json json = Json.of(body);
      String account = json.required("user_id");
      String event = json.required("event_name");
      return account.matches(Item.ID_RULE) && event.matches(EVENT_RULE)
          ? Optional.of(new Delivery(delivery, account, event))
          : Optional.empty();
    } catch (ConnectorException malformed) {
      return Optional.empty();
    }
  }
}
