package net.alogins.oo.simulator;

/** An invariant does not hold. */
final class Violation extends AssertionError {

  private static final long serialVersionUID = 1L;

  Violation(String invariant, String what) {
    super(invariant + ": " + what);
  }

  Violation(String message, Throwable cause) {
    super(message, cause);
  }

  /** Throws unless {@code holds}; the names are those of docs/invariants.md. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that is not here
  static void unless(boolean holds, String invariant, String what, Object... arguments) {
    if (!holds) {
      throw new Violation(invariant, what.formatted(arguments));
    }
  }
}
