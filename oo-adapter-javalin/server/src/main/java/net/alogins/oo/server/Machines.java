package net.alogins.oo.server;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.Account;
import net.alogins.oo.identity.BearerTokens;
import net.alogins.oo.javalin.UserResolver;

/**
 * Whom a program asks for: the person that a signed token of the provider names, who is the same as
 * the one that signs in with a browser.
 *
 * @param access who may come in
 * @param issuer the provider's name
 * @param tokens the tokens that are good
 */
record Machines(Access access, String issuer, BearerTokens tokens) implements UserResolver {

  @Override
  public Optional<UserId> user(Context request) {
    return tokens
        .user(Objects.requireNonNullElse(request.header("Authorization"), ""))
        .map(UserId::value)
        .filter(subject -> access.people().include(subject) && Account.isSubject(subject))
        .map(subject -> new Account(issuer, subject).user());
  }
}
