package net.alogins.oo.remote;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import net.alogins.oo.signal.ConnectorException;

/** Where requests may go: by https, or to this machine, and only to the system that is meant. */
final class Addresses {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Addresses() {}

  static URI checked(URI base) {
    boolean isBare =
        base.getRawUserInfo() == null
            && base.getRawQuery() == null
            && base.getRawFragment() == null
            && Objects.requireNonNullElse(base.getRawPath(), "").endsWith("/");
    if (!isBare || !isSafe(base)) {
      throw new IllegalArgumentException(
          "base URL must be https://…/, or http://…/ on this machine, but was " + base);
    }
    return base;
  }

  private static boolean isSafe(URI base) {
    String host = Objects.requireNonNullElse(base.getHost(), "");
    return "https".equals(base.getScheme())
        ? !host.isEmpty()
        : "http".equals(base.getScheme()) && THIS_MACHINE.contains(host);
  }

  /** The address in {@code base}. */
  static URI within(URI base, String address) throws ConnectorException {
    try {
      URI led = base.resolve(address).normalize();
      if (led.toString().startsWith(base.toString())) {
        return led;
      }
    } catch (IllegalArgumentException none) {
      throw ConnectorException.malformed("address must be a URL");
    }
    throw ConnectorException.malformed("address must lead to the same system");
  }
}
