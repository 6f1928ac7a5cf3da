package net.alogins.oo.event;

/** A stored event cannot be read: damaged, or {@linkplain NewerEventException newer}. */
public class CorruptEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CorruptEventException(String message) {
    super(message);
  }

  public CorruptEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
