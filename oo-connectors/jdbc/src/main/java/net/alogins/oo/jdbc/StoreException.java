package net.alogins.oo.jdbc;

/** A store cannot be used; the message names it and says why. */
public class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
