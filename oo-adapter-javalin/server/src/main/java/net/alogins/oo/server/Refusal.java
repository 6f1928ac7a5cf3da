package net.alogins.oo.server;

/** The server cannot do what it was told; the message names the thing and the rule. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Exit exit;

  Refusal(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  Refusal(Exit exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  int code() {
    return exit.code();
  }
}
