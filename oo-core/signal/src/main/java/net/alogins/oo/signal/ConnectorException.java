package net.alogins.oo.signal;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** There is no answer from another system. Its words hold nothing that came from there. */
public final class ConnectorException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** What it means for the connection. */
  public enum Kind {
    /** We have asked too often: wait as long as it says. */
    THROTTLED,
    /** We are not let in any more: the person has to connect again. */
    REVOKED,
    /** It is down, or slow, or cannot be reached: try again later. */
    UNAVAILABLE,
    /** It answers what nobody understands: try again later, and tell whoever operates this. */
    MALFORMED,
    /** It does not know the cursor any more: start over. */
    STALE
  }

  private final Kind kind;
  private final Optional<Duration> after;

  private ConnectorException(Kind kind, String message, Optional<Duration> after) {
    super(message);
    this.kind = kind;
    this.after = after;
  }

  /** Asked too often; {@code after} is how long to wait at least, if it says so. */
  public static ConnectorException throttled(Optional<Duration> after) {
    return new ConnectorException(Kind.THROTTLED, "asked too often", after);
  }

  /** Not let in any more. */
  public static ConnectorException revoked(String message) {
    return new ConnectorException(Kind.REVOKED, message, Optional.empty());
  }

  /** Not there now; {@code after} is how long to wait at least, if it says so. */
  public static ConnectorException unavailable(String message, Optional<Duration> after) {
    return new ConnectorException(Kind.UNAVAILABLE, message, after);
  }

  /** Not understood. */
  public static ConnectorException malformed(String message) {
    return new ConnectorException(Kind.MALFORMED, message, Optional.empty());
  }

  /** The cursor is not known there any more. */
  public static ConnectorException stale() {
    return new ConnectorException(Kind.STALE, "the cursor is not known any more", Optional.empty());
  }

  /** What it means. */
  public Kind kind() {
    return kind;
  }

  /** How long to wait at least, as far as the other system has said. */
  public Optional<Duration> after() {
    return after;
  }
}
