package net.alogins.oo.webhook;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the headers of a message say, as Standard Webhooks 1.0 has it.
 *
 * @param id which message
 * @param seconds when it was sent, since 1970
 * @param signatures its signatures
 */
record Signed(String id, long seconds, List<byte[]> signatures) {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int MOST_SIGNATURES = 16;

  /** A dot would let one message be read as another: it parts id, time and body. */
  private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,256}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  Signed {
    signatures = List.copyOf(signatures);
  }

  /**
   * What they say; empty if one is missing, or cannot be read.
   *
   * @param headers the value of the header of a name, or the empty text
   */
  static Optional<Signed> of(UnaryOperator<String> headers) {
    String id = headers.apply(WebhookSigner.ID);
    String seconds = headers.apply(WebhookSigner.TIMESTAMP);
    String signatures = headers.apply(WebhookSigner.SIGNATURE);
    boolean isReadable = isId(id) && SECONDS.matcher(seconds).matches() && !signatures.isEmpty();
    return isReadable
        ? Optional.of(new Signed(id, Long.parseLong(seconds), read(signatures)))
        : Optional.empty();
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  private static List<byte[]> read(String signatures) {
    return Stream.of(signatures.split(" ", MOST_SIGNATURES + 1))
        .limit(MOST_SIGNATURES)
        .filter(text -> text.startsWith(WebhookSigner.VERSION))
        .flatMap(text -> decoded(text.substring(WebhookSigner.VERSION.length())).stream())
        .toList();
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** Whether one of the signatures of {@code body} was made with {@code secret}. */
  boolean isBy(WebhookSecret secret, byte[] body) {
    byte[] mac = secret.mac(id, seconds, body);
    return signatures.stream().anyMatch(one -> MessageDigest.isEqual(one, mac));
  }

  /** Whether it was sent within five minutes of {@code now}. */
  boolean isTimely(Instant now) {
    return Duration.between(sent(), now).abs().compareTo(TOLERANCE) <= 0;
  }

  private Instant sent() {
    return Instant.ofEpochSecond(seconds);
  }

  /** Until when it is timely. */
  Instant last() {
    return sent().plus(TOLERANCE);
  }
}
