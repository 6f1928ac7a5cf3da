package net.alogins.oo.identity;

import java.net.URI;

/**
 * An identity provider (OpenID Connect), and what this host is there.
 *
 * @param issuer the provider's name, a URL; it is compared letter by letter
 * @param client the host's id there
 * @param secret what the host proves itself with
 * @param answer how the provider is asked to send people back
 */
public record IdentityProvider(String issuer, String client, ClientSecret secret, Answer answer) {

  /** Google's name. */
  public static final String GOOGLE = "https://accounts.google.com";

  /** Apple's name. */
  public static final String APPLE = "https://appleid.apple.com";

  /** How people come back. */
  public enum Answer {
    /** By an address with a query, a GET. */
    QUERY,
    /** By a form that sends itself from the provider's page, a POST. */
    FORM_POST
  }

  public IdentityProvider {
    URI address = Addresses.checked("issuer", issuer);
    if (address.getRawQuery() != null) {
      throw new IllegalArgumentException("issuer must have no query but was " + issuer);
    }
    if (client.isBlank()) {
      throw new IllegalArgumentException("client id must not be blank");
    }
  }

  /** Any provider. */
  public static IdentityProvider at(String issuer, String client, ClientSecret secret) {
    return new IdentityProvider(issuer, client, secret, Answer.QUERY);
  }

  /** Google. */
  public static IdentityProvider google(String client, ClientSecret secret) {
    return at(GOOGLE, client, secret);
  }

  /** Apple, which answers by a form once it is asked for any scope. */
  public static IdentityProvider apple(String client, ClientSecret secret) {
    return new IdentityProvider(APPLE, client, secret, Answer.FORM_POST);
  }
}
