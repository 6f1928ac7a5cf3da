package net.alogins.oo.event;

/** A stored event was written by a newer version. */
public final class NewerEventException extends CorruptEventException {

  private static final long serialVersionUID = 1L;

  public NewerEventException(String message) {
    super(message);
  }
}
