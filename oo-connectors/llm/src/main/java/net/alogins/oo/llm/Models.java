package net.alogins.oo.llm;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * Where language models are, and by which aliases they are asked. Which model an alias means is
 * said there, not here. It is not told by its words what key it has.
 *
 * @param base the OpenAI-compatible address, such as {@code http://localhost:4000/v1/}: by https,
 *     or on this machine
 * @param key what lets us in there, or empty text
 * @param generator the alias that writes candidates
 * @param embedder the alias that says what texts mean, or empty text without one
 */
public record Models(URI base, String key, String generator, String embedder) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ALIAS = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}";
  private static final String KEY = "[!-~]{0,4096}";

  public Models {
    base = checked(base);
    require("language model key", key.matches(KEY), "be visible ASCII, 4,096 characters at most");
    requireAlias(generator);
    if (!embedder.isEmpty()) {
      requireAlias(embedder);
    }
  }

  /** Models at {@code base}, of which {@code tip-generator} writes candidates. */
  public static Models at(URI base) {
    return new Models(base, "", "tip-generator", "");
  }

  /** The same with a key. */
  public Models key(String newKey) {
    return new Models(base, newKey, generator, embedder);
  }

  /** The same with another alias that writes candidates. */
  public Models generator(String alias) {
    return new Models(base, key, alias, embedder);
  }

  /** The same with an alias that says what texts mean. */
  public Models embedder(String alias) {
    return new Models(base, key, generator, alias);
  }

  private static URI checked(URI base) {
    String host = Objects.requireNonNullElse(base.getHost(), "");
    boolean isBare =
        base.getRawUserInfo() == null
            && base.getRawQuery() == null
            && base.getRawFragment() == null;
    boolean isSafe =
        "https".equals(base.getScheme())
            ? !host.isEmpty()
            : "http".equals(base.getScheme()) && THIS_MACHINE.contains(host);
    require(
        "language model URL " + base,
        isBare && isSafe,
        "be https://…, or http://… on this machine");
    String address = base.toString();
    return address.endsWith("/") ? base : URI.create(address + "/");
  }

  private static void requireAlias(String alias) {
    require(
        "language model alias '" + alias + "'",
        alias.matches(ALIAS),
        "be 1 to 128 letters, digits and . _ : / -, and begin with one of the first two");
  }

  private static void require(String what, boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(what + " must " + rule);
    }
  }

  @Override
  public String toString() {
    return generator + " at " + base;
  }
}
