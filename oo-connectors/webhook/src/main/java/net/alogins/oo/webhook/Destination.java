package net.alogins.oo.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that a stranger has named, as far as can be told without asking anybody: https, a name
 * with a dot and not a number, no user, no fragment. Whatever may be read in two ways is refused.
 *
 * @param uri the address
 * @param host its host in lower case
 */
record Destination(URI uri, String host) {

  private static final int LONGEST = 2048;
  private static final int LONGEST_HOST = 253;
  private static final int LAST_PORT = 65_535;

  /** The last label begins with a letter, so that no notation of an IPv4 address is a name. */
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * The one that {@code address} spells.
   *
   * @param isPlainFine whether http will do as well; for tests alone
   */
  static Destination of(String address, boolean isPlainFine) throws EgressException {
    URI uri = parsed(address);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean isPlain = isPlainFine && scheme.equals("http");
    require(scheme.equals("https") || isPlain, "begin with https://");
    require(uri.getRawUserInfo() == null, "have no user");
    require(uri.getRawFragment() == null, "have no fragment");
    require(uri.getHost() != null, "have a host");
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    require(
        host.length() <= LONGEST_HOST && NAME.matcher(host).matches(),
        "name its host, as in hooks.example.org");
    require(uri.getPort() == -1 || isPort(uri.getPort()), "have a port of 1 to 65535 or none");
    return new Destination(uri, host);
  }

  private static URI parsed(String address) throws EgressException {
    require(address.length() <= LONGEST, "be at most " + LONGEST + " characters");
    try {
      return new URI(address);
    } catch (URISyntaxException unreadable) {
      throw EgressException.refused("a webhook's address must be an address of the web");
    }
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= LAST_PORT;
  }

  private static void require(boolean isSo, String rule) throws EgressException {
    if (!isSo) {
      throw EgressException.refused("a webhook's address must " + rule);
    }
  }
}
