package net.alogins.oo.webhook;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int MOST_IDS = 10_000;
  private static final int MOST_SIGNATURES = 16;

  /** A dot would let one message be read as another: it parts id, time and body. */
  private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,256}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

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

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * What a message is.
   *
   * @param headers the headers of the request, by their names in lower case
   * @param body the body as it came, before anybody has read it
   */
  public Verdict verdict(Map<String, String> headers, byte[] body) {
    Optional<String> id = header(headers, WebhookSigner.ID, ID);
    Optional<Long> seconds = header(headers, WebhookSigner.TIMESTAMP, SECONDS).map(Long::parseLong);
    String signatures = headers.getOrDefault(WebhookSigner.SIGNATURE, "");
    if (id.isEmpty() || seconds.isEmpty() || signatures.isEmpty()) {
      return Verdict.MALFORMED;
    }
    if (!isSigned(signatures, id.get(), seconds.get(), body)) {
      return Verdict.FORGED;
    }
    return verdict(id.get(), Instant.ofEpochSecond(seconds.get()));
  }

  /** Lets a genuine message come again, because it could not be taken. */
  public void forget(Map<String, String> headers) {
    header(headers, WebhookSigner.ID, ID).ifPresent(seen::forget);
  }

  private static Optional<String> header(Map<String, String> headers, String name, Pattern rule) {
    return Optional.ofNullable(headers.get(name)).filter(text -> rule.matcher(text).matches());
  }

  private boolean isSigned(String signatures, String id, long seconds, byte[] body) {
    List<byte[]> given =
        Stream.of(signatures.split(" ", MOST_SIGNATURES + 1))
            .limit(MOST_SIGNATURES)
            .filter(text -> text.startsWith(WebhookSigner.VERSION))
            .flatMap(text -> decoded(text.substring(WebhookSigner.VERSION.length())).stream())
            .toList();
    return secrets.stream()
        .map(secret -> secret.mac(id, seconds, body))
        .anyMatch(mac -> given.stream().anyMatch(one -> MessageDigest.isEqual(one, mac)));
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** Of what is signed: strangers cannot fill the memory of what was seen. */
  private Verdict verdict(String id, Instant sent) {
    Instant now = clock.instant();
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      return Verdict.UNTIMELY;
    }
    return seen.verdict(id, now, sent.plus(TOLERANCE));
  }
}
