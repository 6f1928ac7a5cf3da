package net.alogins.oo.identity;

import java.net.URI;
import java.util.Set;

/** Which addresses secrets are sent to: by https, or to this machine. */
final class Addresses {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Addresses() {}

  /**
   * {@code text}, which is called {@code what}, as an address.
   *
   * @throws IllegalArgumentException if it is none of those
   */
  static URI checked(String what, String text) {
    try {
      return checked(what, new URI(text));
    } catch (java.net.URISyntaxException malformed) {
      throw new IllegalArgumentException(what + " must be a URL but was " + text, malformed);
    }
  }

  /** The same for what is a URI already. */
  static URI checked(String what, URI address) {
    String host = address.getHost();
    boolean isSafe =
        host != null
            && address.getUserInfo() == null
            && address.getFragment() == null
            && ("https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
    if (!isSafe) {
      throw new IllegalArgumentException(
          what + " must be https://…, or http://… on this machine, but was " + address);
    }
    return address;
  }
}
