package net.alogins.oo.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A login of which one thing is wrong.
 *
 * @param name what
 * @param attempt tries to sign in; the session if that made one
 */
record Mutation(String name, Function<Idp, Optional<String>> attempt) {

  private static final String FOREIGN = "https://id.evil.example";

  static List<Mutation> all() {
    return List.of(
        token("another nonce", token -> token.saying("nonce", "another")),
        token("no nonce", token -> token.without("nonce")),
        token("issuer with a slash", token -> token.saying("iss", token.claims().get("iss") + "/")),
        token("another issuer", token -> token.saying("iss", FOREIGN)),
        token("no issuer", token -> token.without("iss")),
        token("for another client", token -> token.saying("aud", "another")),
        token("for nobody", token -> token.without("aud")),
        token("for several", token -> token.saying("aud", List.of(Idp.CLIENT, "another"))),
        token("for another party", token -> token.saying("azp", "another")),
        token("expired", token -> token.saying("exp", 1_000_000_000L)),
        token("never expiring", token -> token.without("exp")),
        token("of the future", token -> token.saying("iat", 9_000_000_000L)),
        token("of no time", token -> token.without("iat")),
        token("nobody's", token -> token.without("sub")),
        token("of a blank subject", token -> token.saying("sub", " ")),
        token("of a number", token -> token.saying("sub", 1)),
        token("of a subject too long", token -> token.saying("sub", "x".repeat(256))),
        token("of control characters", token -> token.saying("sub", "ada\n")),
        token(
            "an unverified e-mail of an existing account instead of a subject",
            token ->
                token
                    .without("sub")
                    .saying("email", "ada@example.com")
                    .saying("email_verified", false)),
        signed("unsigned", IdToken::unsigned),
        signed("signed with the shared secret", IdToken::signedWithSecret),
        signed("signed for other claims", IdToken::swapped),
        signed("signed by another key of that name", token -> token.by(Keys.IMPOSTOR).signed()),
        signed("signed by a key nobody knows", token -> token.by(Keys.UNKNOWN).signed()),
        signed("no token at all", token -> "ada"),
        answer("no ID token", "id_token", ""),
        answer("an answer without end", "more", "x".repeat(200_000)),
        metadata("metadata of an issuer with a slash", "issuer", "/"),
        metadata(
            "metadata of a token endpoint in the clear", "token_endpoint", "http://evil.example/"),
        metadata("metadata of keys elsewhere in the clear", "jwks_uri", "http://evil.example/"),
        metadata(
            "metadata that signs with shared secrets",
            "id_token_signing_alg_values_supported",
            List.of("HS256")),
        metadata("metadata without algorithms", "id_token_signing_alg_values_supported", List.of()),
        metadata("metadata whose address is a number", "jwks_uri", 7),
        came("no state", visit -> visit.response.remove("state")),
        came("an unknown state", visit -> visit.response.put("state", List.of("x".repeat(43)))),
        came("a state twice", visit -> twice(visit, "state")),
        came("no code", visit -> visit.response.remove("code")),
        came("a code twice", visit -> twice(visit, "code")),
        came("a code nobody gave", visit -> visit.response.put("code", List.of("code-0"))),
        came("a code without end", visit -> visit.response.put("code", List.of("c".repeat(9_000)))),
        came("an error beside the code", visit -> visit.response.put("error", List.of("x"))),
        came("no cookie", visit -> visit.cookie = ""),
        came("the cookie of another browser", visit -> visit.cookie = Secrets.fresh()),
        came(
            "the state for a cookie",
            visit -> visit.cookie = visit.asked.getOrDefault("state", "")),
        came("an answer of another issuer", visit -> visit.response.put("iss", List.of(FOREIGN))),
        came("an ID token in the front", Mutation::front),
        new Mutation("an answer of nobody, where they are named", Mutation::unnamed),
        new Mutation("an answer of an issuer with a slash", Mutation::slashed),
        new Mutation("an answer used again", Mutation::replayed),
        new Mutation("a code used again", Mutation::reused),
        new Mutation("the states of two browsers, swapped", Mutation::swapped),
        new Mutation("the code of somebody else", Mutation::injected),
        new Mutation("the code of somebody else, at a careless provider", Mutation::careless),
        new Mutation(
            "a code that was given without proof", idp -> asked(idp, "code_challenge", "")),
        new Mutation("a code for another address", idp -> asked(idp, "redirect_uri", FOREIGN)),
        new Mutation("an answer to another login object", Mutation::elsewhere));
  }

  /** Keys are made once. */
  private static final class Keys {
    static final RSAKey IMPOSTOR = IdToken.key(IdToken.KEY.getKeyID());
    static final RSAKey UNKNOWN = IdToken.key("unknown");
  }

  private static Mutation token(String name, Function<IdToken, IdToken> mutated) {
    return signed(name, token -> mutated.apply(token).signed());
  }

  private static Mutation signed(String name, Function<IdToken, String> signing) {
    return new Mutation(
        name,
        idp -> {
          idp.sign(signing);
          return attempted(idp);
        });
  }

  private static Mutation answer(String name, String field, String value) {
    return new Mutation(
        name,
        idp -> {
          idp.answer(
              answer -> {
                answer.put(field, value);
                return answer;
              });
          return attempted(idp);
        });
  }

  /** A value that begins with a slash goes behind what is there. */
  private static Mutation metadata(String name, String field, Object value) {
    return new Mutation(
        name,
        idp -> {
          Visit visit = Visit.to(idp);
          idp.say(field, "/".equals(value) ? idp.issuer() + "/" : value);
          return begun(visit) ? visit.ended() : Optional.empty();
        });
  }

  private static boolean begun(Visit visit) {
    try {
      visit.go("ada");
      return true;
    } catch (IdentityProviderException refused) {
      return false;
    }
  }

  private static Mutation came(String name, Consumer<Visit> mutated) {
    return new Mutation(
        name,
        idp -> {
          Visit visit = Visit.to(idp);
          visit.go("ada");
          mutated.accept(visit);
          return visit.ended();
        });
  }

  private static Optional<String> attempted(Idp idp) {
    Visit visit = Visit.to(idp);
    visit.go("ada");
    return visit.ended();
  }

  private static void twice(Visit visit, String name) {
    String value = visit.response.getOrDefault(name, List.of()).get(0);
    visit.response.put(name, List.of(value, value));
  }

  private static void front(Visit visit) {
    visit.asked.put("sub", "ada");
    visit.response.remove("code");
    visit.response.put("id_token", List.of(IdToken.of("x", visit.asked).signed()));
  }

  private static Optional<String> unnamed(Idp idp) {
    idp.say("authorization_response_iss_parameter_supported", true);
    return attempted(idp);
  }

  private static Optional<String> slashed(Idp idp) {
    Visit visit = Visit.to(idp);
    visit.go("ada");
    visit.response.put("iss", List.of(idp.issuer() + "/"));
    return visit.ended();
  }

  private static Optional<String> replayed(Idp idp) {
    Visit visit = Visit.to(idp);
    visit.go("ada");
    return visit.end().flatMap(used -> visit.ended());
  }

  private static Optional<String> reused(Idp idp) {
    Visit first = Visit.to(idp);
    first.go("ada");
    Optional<String> used = first.end();
    Visit second = Visit.to(idp);
    second.go("mallory");
    second.response.put("code", first.response.getOrDefault("code", List.of()));
    return used.flatMap(once -> second.ended());
  }

  private static Optional<String> swapped(Idp idp) {
    return mixed(idp, List.of("state", "code"));
  }

  private static Optional<String> injected(Idp idp) {
    return mixed(idp, List.of("code"));
  }

  /** Of two logins at once, the first ends with some of what the second brought back. */
  private static Optional<String> mixed(Idp idp, List<String> taken) {
    Login login = new Login(idp.provider(), Visit.CALLBACK, Clock.systemUTC());
    Visit ada = Visit.to(idp, login);
    Visit mallory = Visit.to(idp, login);
    ada.go("ada");
    mallory.go("mallory");
    taken.forEach(name -> ada.response.put(name, mallory.response.getOrDefault(name, List.of())));
    return ada.ended();
  }

  private static Optional<String> careless(Idp idp) {
    idp.beCareless();
    return injected(idp);
  }

  private static Optional<String> asked(Idp idp, String name, String value) {
    Visit visit = Visit.to(idp);
    visit.begin();
    visit.asked.put(name, value);
    visit.come("ada");
    return visit.ended();
  }

  private static Optional<String> elsewhere(Idp idp) {
    Visit visit = Visit.to(idp);
    visit.go("ada");
    Visit other = Visit.to(idp);
    other.cookie = visit.cookie;
    other.response.putAll(visit.response);
    return other.ended();
  }

  @Override
  public String toString() {
    return name;
  }
}
