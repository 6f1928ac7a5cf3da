package net.alogins.oo.jdbc;

/** A store was written by a newer version of oO, and was left as it is. */
public final class NewerStoreException extends StoreException {

  private static final long serialVersionUID = 1L;

  NewerStoreException(String message) {
    super(message);
  }
}
