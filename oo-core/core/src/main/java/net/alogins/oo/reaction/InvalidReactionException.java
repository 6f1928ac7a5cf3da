package net.alogins.oo.reaction;

/** A reaction breaks a rule, which the message names; nothing of it was kept. */
public final class InvalidReactionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidReactionException(String message) {
    super(message);
  }
}
