package net.alogins.oo.wire;

/** A schema must not follow the one that is there: its message says what would break. */
public final class IncompatibleSchemaException extends Exception {

  private static final long serialVersionUID = 1L;

  public IncompatibleSchemaException(String message) {
    super(message);
  }
}
