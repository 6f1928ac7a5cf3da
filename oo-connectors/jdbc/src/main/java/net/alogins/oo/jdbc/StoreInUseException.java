package net.alogins.oo.jdbc;

/** A store is open elsewhere; one process at a time may use it. */
public final class StoreInUseException extends StoreException {

  private static final long serialVersionUID = 1L;

  StoreInUseException(String message) {
    super(message);
  }
}
