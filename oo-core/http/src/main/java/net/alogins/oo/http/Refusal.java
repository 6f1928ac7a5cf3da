package net.alogins.oo.http;

import java.time.Duration;
import net.alogins.oo.reaction.InvalidReactionException;

/** A request that is not served, for a reason that its sender can understand. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String detail;
  private final long retryAfter;

  private Refusal(int status, String detail) {
    this(status, detail, 0);
  }

  private Refusal(int status, String detail, long retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** 400: {@code field} breaks {@code rule}, which continues "must". */
  static Refusal invalid(String field, String rule) {
    return new Refusal(400, field + " must " + rule);
  }

  /** 400, for a rule of the recommender's own. */
  static Refusal invalid(InvalidReactionException broken) {
    return new Refusal(400, String.valueOf(broken.getMessage()));
  }

  static Refusal unknownUser() {
    return new Refusal(401, "the user must be known");
  }

  static Refusal forbidden(Role least) {
    return new Refusal(403, "the role must be at least " + WireName.of(least));
  }

  static Refusal unknownDecision() {
    return new Refusal(404, "tip must be one that the user was given");
  }

  static Refusal unknownDeadLetter() {
    return new Refusal(404, "tip must be a dead letter of the user");
  }

  static Refusal busy() {
    return new Refusal(409, "one rebuild or replay must end before the next begins");
  }

  static Refusal unknownPath() {
    return new Refusal(404, "path must be one of the contract, as it is written there");
  }

  static Refusal unknownTip() {
    return new Refusal(404, "tip must be one that this user was given");
  }

  static Refusal unknownConnection() {
    return new Refusal(404, "connection must be one that this user has");
  }

  static Refusal unknownState() {
    return new Refusal(404, "state must be one that this user was just sent away with");
  }

  static Refusal tooManyConnections(int most) {
    return new Refusal(409, "connections must be at most " + most);
  }

  /** 502: somebody else failed. */
  static Refusal noAnswer() {
    return new Refusal(502, "the other system must answer but did not");
  }

  static Refusal conflict() {
    return new Refusal(409, "id must be new but was used for another reaction to this tip");
  }

  static Refusal changed() {
    return new Refusal(412, "If-Match must be the ETag of what is there now");
  }

  static Refusal tooLarge(int most) {
    return new Refusal(413, "body must be at most " + most + " bytes");
  }

  static Refusal unsupported() {
    return new Refusal(415, "content type must be application/json, in UTF-8");
  }

  static Refusal tooMany(Duration left) {
    long seconds = Math.max(1, left.plusNanos(999_999_999).toSeconds());
    return new Refusal(429, "requests must be fewer: come back after Retry-After", seconds);
  }

  static Refusal unavailable() {
    return new Refusal(503, "the recommender was closed");
  }

  /** 503: what is behind is away, and will be back. */
  static Refusal away() {
    return new Refusal(503, "the store must answer but does not: come back after Retry-After", 1);
  }

  static Refusal bug() {
    return new Refusal(500, "internal error");
  }

  /** The problem, and in whole seconds when to come back, where that helps. */
  Response response() {
    Response problem = Response.problem(Problem.of(status, detail));
    return retryAfter == 0 ? problem : problem.header("Retry-After", Long.toString(retryAfter));
  }
}
