package net.alogins.oo.identity;

import java.time.Instant;

/** What a host proves itself with to an identity provider. */
@FunctionalInterface
public interface ClientSecret {

  /** The secret as of {@code now}, or the empty text if there is none. */
  String at(Instant now);

  /** A secret that is always the same. */
  static ClientSecret of(String secret) {
    return now -> secret;
  }

  /** None: a public client, which has PKCE alone. */
  static ClientSecret none() {
    return now -> "";
  }
}
