package net.alogins.oo.signal;

import java.io.Serial;

/** A secret cannot be kept or read. Its words name the slot and the rule, never the secret. */
public final class VaultException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** One with these words. */
  public VaultException(String message) {
    super(message);
  }

  /** One with these words and its cause. */
  public VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
