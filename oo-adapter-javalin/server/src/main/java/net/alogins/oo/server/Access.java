package net.alogins.oo.server;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.alogins.oo.http.Role;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.IdentityProvider;
import net.alogins.oo.identity.TokenKeys;

/**
 * Who may come in, and under which address. Without a provider that is one person, who has not
 * signed in: then the server must not be known anywhere but on its own machine.
 *
 * @param provider who knows the people
 * @param publicUrl the address under which browsers find the server, where that is another than its
 *     own: scheme, host and port
 * @param people who of those whom the provider knows may sign in, and their roles
 * @param tokens the keys of tokens that programs carry
 */
record Access(
    Optional<IdentityProvider> provider,
    Optional<URI> publicUrl,
    People people,
    Optional<TokenKeys> tokens) {

  /** One person, on this machine, without a login. */
  static final Access OF_ONE = new Access(Optional.empty(), Optional.empty(), People.ALL);

  /** Where anybody can have an account. */
  private static final Set<String> OPEN_TO_ALL =
      Set.of(IdentityProvider.GOOGLE, IdentityProvider.APPLE);

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  Access {
    publicUrl = publicUrl.map(Access::normal);
    require(
        provider.isPresent() || publicUrl.filter(url -> !isLoopback(url)).isEmpty(),
        "public-url must be on this machine unless people sign in: name their --issuer");
    require(
        provider.isPresent() || !people.areSaid(),
        "allow must come with an --issuer of the people");
    require(
        provider.isPresent() || people.staff().isEmpty(),
        "staff must come with an --issuer of the people");
    require(
        provider.isPresent() || tokens.isEmpty(),
        "token-keys must come with an --issuer of tokens");
    if (provider.isPresent()) {
      check(provider.get(), publicUrl, people);
    }
  }

  /** Without programs. */
  Access(Optional<IdentityProvider> provider, Optional<URI> publicUrl, People people) {
    this(provider, publicUrl, people, Optional.empty());
  }

  private static void check(IdentityProvider provider, Optional<URI> publicUrl, People people) {
    require(
        !OPEN_TO_ALL.contains(provider.issuer()) || people.areSaid(),
        "allow must name who may sign in, or be * for everybody, since anybody can have an account"
            + " at "
            + provider.issuer());
    require(
        publicUrl.filter(url -> !isLoopback(url)).isEmpty() || people.areSaid(),
        "allow must name who may sign in, or be * for everybody, with a public-url");
    require(
        provider.answer() != IdentityProvider.Answer.FORM_POST
            || publicUrl.filter(Access::isSecure).isPresent(),
        "public-url must be https://… for " + provider.issuer() + ", which answers by a form");
  }

  /** The origin that {@code url} is, as browsers write it. */
  private static URI normal(URI url) {
    requireOrigin(url);
    boolean isUsual = url.getPort() == (isSecure(url) ? 443 : 80) || url.getPort() < 0;
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return URI.create(url.getScheme() + "://" + host + (isUsual ? "" : ":" + url.getPort()));
  }

  private static void requireOrigin(URI url) {
    boolean isOrigin =
        url.getHost() != null
            && url.getUserInfo() == null
            && Set.of("", "/").contains(url.getRawPath())
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && (isSecure(url) || (isLoopback(url) && "http".equals(url.getScheme())));
    require(
        isOrigin,
        "public-url must be https://HOST, or http:// and a name of this machine, but was " + url);
  }

  private static boolean isSecure(URI url) {
    return "https".equals(url.getScheme());
  }

  private static boolean isLoopback(URI url) {
    return LOOPBACK.contains(url.getHost());
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new Refusal(Exit.USAGE, rule);
    }
  }

  /** Whether browsers come by https. */
  boolean isSecure() {
    return publicUrl.filter(Access::isSecure).isPresent();
  }

  /** The address that browsers are sent to, of a server that listens on {@code port}. */
  URI origin(int port) {
    return publicUrl.orElseGet(() -> URI.create("http://" + Server.LOOPBACK + ":" + port));
  }

  /** What {@code user} may do: the one person everything, others what they were given. */
  Role role(UserId user) {
    return provider.map(known -> people.role(known, user)).orElse(Role.ADMIN);
  }

  /** Whether somebody who has signed in once may still be here. */
  Predicate<UserId> guests() {
    return provider.map(people::at).orElse(user -> true);
  }

  /** What whoever starts the server should know. */
  List<String> notices() {
    return provider
        .filter(known -> people.areAll())
        .map(
            known ->
                List.of(
                    "oo: whoever has an account at "
                        + known.issuer()
                        + " may sign in and see the same lists; --allow names who may"))
        .orElse(List.of());
  }
}
