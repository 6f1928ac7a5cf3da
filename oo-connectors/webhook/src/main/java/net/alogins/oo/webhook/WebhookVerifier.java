package net.alogins.oo.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells genuine webhooks from others, as Standard Webhooks 1.0 has it: signed with one of the
 * secrets, sent within five minutes of now, and not seen before. Calls may come from any thread.
 */
public final class WebhookVerifier {

  /** What a message is. */
  public enum Verdict {
    /** It is from whom it says, and has not been here before. */
    GENUINE,
    /** It lacks a header, or one cannot be read. */
    MALFORMED,
    /** It is not from whom it says, or not as it was sent. */
    FORGED,
    /** It was sent too long ago, or is said to be sent later than now. */
    UNTIMELY,
    /** It has been here before. */
    REPEATED,
    /** So many came within ten minutes that repeats cannot be told any more. */
    CROWDED
  }

  private static final int MOST_IDS = 10_000;

  private final List<WebhookSecret> secrets;
  private final Clock clock;
  private final Seen seen = new Seen(MOST_IDS);

  /** One for these secrets, at least one of them. */
  public WebhookVerifier(List<WebhookSecret> secrets, Clock clock) {
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
    if (this.secrets.isEmpty()) {
      throw new IllegalArgumentException("a webhook must have at least one secret");
    }
  }

  /**
   * What a message is.
   *
   * @param headers the headers of the request, by their names in lower case
   * @param body the body as it came, before anybody has read it
   */
  public Verdict verdict(Map<String, String> headers, byte[] body) {
    Optional<Signed> signed = Signed.of(name -> headers.getOrDefault(name, ""));
    if (signed.isEmpty()) {
      return Verdict.MALFORMED;
    }
    return secrets.stream().anyMatch(secret -> signed.get().isBy(secret, body))
        ? verdict(signed.get())
        : Verdict.FORGED;
  }

  /** Of what is signed: strangers cannot fill the memory of what was seen. */
  private Verdict verdict(Signed signed) {
    Instant now = clock.instant();
    return signed.isTimely(now) ? seen.verdict(signed.id(), now, signed.last()) : Verdict.UNTIMELY;
  }

  /** Lets a genuine message come again, because it could not be taken. */
  public void forget(Map<String, String> headers) {
    Optional.ofNullable(headers.get(WebhookSigner.ID)).ifPresent(seen::forget);
  }
}
