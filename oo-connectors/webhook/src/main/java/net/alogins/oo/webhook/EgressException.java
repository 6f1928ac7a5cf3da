package net.alogins.oo.webhook;

import java.io.Serial;

/** Nothing was sent, or nobody knows whether it arrived. Its words hold nothing that came back. */
public final class EgressException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** What it means for whoever wanted to send. */
  public enum Kind {
    /** Nothing is sent to such an address, however often one tries. */
    REFUSED,
    /** It is not there now, or slow, or not who it should be: try again later. */
    UNREACHABLE
  }

  private final Kind kind;

  private EgressException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static EgressException refused(String rule) {
    return new EgressException(Kind.REFUSED, rule);
  }

  /** Without the cause, whose words may tell what is where inside. */
  static EgressException unreachable() {
    return new EgressException(Kind.UNREACHABLE, "the address must answer but did not");
  }

  /** What it means. */
  public Kind kind() {
    return kind;
  }
}
