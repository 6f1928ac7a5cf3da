package net.alogins.oo.github;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.alogins.oo.remote.Hmac;
import net.alogins.oo.remote.Json;
import net.alogins.oo.signal.ConnectorException;

/**
 * What GitHub tells by itself. It says only whose issues may have changed: what they are is
 * fetched.
 */
public final class GithubWebhook {

  /** The header that says who it is from. */
  public static final String SIGNATURE = "X-Hub-Signature-256";

  /** The header that says which it is. */
  public static final String DELIVERY = "X-GitHub-Delivery";

  private static final String DELIVERY_RULE = "[!-~]{1,128}";

  private final Hmac hmac;

  /** For the webhook that has this secret. */
  public GithubWebhook(String secret) {
    this.hmac = new Hmac(secret);
  }

  /**
   * Something that has happened.
   *
   * @param id the same when it is told again
   * @param accounts the numbers of the GitHub users whose it is, was, or is to review
   */
  public record Delivery(String id, Set<String> accounts) {

    public Delivery {
      accounts = Set.copyOf(accounts);
    }
  }

  /**
   * What a request tells; empty if it is not signed with the secret, or is not understood.
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
    String right = "sha256=" + HexFormat.of().formatHex(hmac.of(body));
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Delivery> understood(String delivery, byte[] body) {
    try {
      Json told = Json.of(body);
      Set<String> accounts = new TreeSet<>();
      Stream.of(told, told.at("issue"), told.at("pull_request"))
          .flatMap(GithubWebhook::people)
          .map(person -> person.whole("id"))
          .filter(OptionalLong::isPresent)
          .forEach(id -> accounts.add(Long.toString(id.getAsLong())));
      return Optional.of(new Delivery(delivery, accounts));
    } catch (ConnectorException malformed) {
      return Optional.empty();
    }
  }

  private static Stream<Json> people(Json of) {
    return Stream.of(
            Stream.of(of.at("assignee"), of.at("requested_reviewer")),
            of.each("assignees"),
            of.each("requested_reviewers"))
        .flatMap(some -> some);
  }
}
