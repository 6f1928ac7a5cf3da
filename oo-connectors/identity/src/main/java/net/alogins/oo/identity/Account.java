package net.alogins.oo.identity;

import net.alogins.oo.id.UserId;

/**
 * A person at an identity provider. That is what {@code iss} and {@code sub} say together, and
 * nothing else: an e-mail address may belong to somebody else tomorrow, and another provider may
 * mean somebody else by the same {@code sub}.
 *
 * @param issuer the provider's name, a URL without a fragment
 * @param subject the person's name there
 */
public record Account(String issuer, String subject) {

  /** As specified (OpenID Connect Core 1.0, 2), in characters. */
  private static final int LONGEST_SUBJECT = 255;

  private static final int LONGEST_ID = 256;

  public Account {
    if (issuer.isBlank() || issuer.contains("#")) {
      throw new IllegalArgumentException("issuer must be a URL without a fragment");
    }
    if (!isSubject(subject)) {
      throw new IllegalArgumentException("sub must be 1 to 255 characters and not blank");
    }
    id(issuer, subject);
  }

  /** Whether {@code text} can be the name of a person at a provider. */
  public static boolean isSubject(String text) {
    return !text.isBlank() && text.length() <= LONGEST_SUBJECT;
  }

  /**
   * The user that this person is, always the same: {@code issuer#subject}, or its SHA-256 if that
   * is too long for an id.
   */
  public UserId user() {
    return id(issuer, subject);
  }

  private static UserId id(String issuer, String subject) {
    String name = issuer + "#" + subject;
    return new UserId(name.length() <= LONGEST_ID ? name : "sha256:" + Secrets.hash(name));
  }
}
