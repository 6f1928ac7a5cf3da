package net.alogins.oo.identity;

/** The identity provider cannot be asked, or does not answer as one must. */
public final class ProviderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ProviderException(String message) {
    super(message);
  }

  ProviderException(String message, Throwable cause) {
    super(message, cause);
  }
}
