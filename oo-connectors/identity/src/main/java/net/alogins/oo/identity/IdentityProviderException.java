package net.alogins.oo.identity;

/** The identity provider cannot be asked, or does not answer as one must. */
public final class IdentityProviderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IdentityProviderException(String message) {
    super(message);
  }

  IdentityProviderException(String message, Throwable cause) {
    super(message, cause);
  }
}
