package net.alogins.oo.calendar;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import net.alogins.oo.signal.ConnectorException;

/**
 * A calendar on a server: a collection, and in it a resource for each task or event.
 *
 * @param path its path, which ends with a slash
 */
record Place(String path) {

  private static final Pattern KEY = Pattern.compile("(?!\\.{1,2}$)[!-~&&[^/?#]]{1,200}");

  /**
   * The calendar at {@code target}, which is below {@code server}; a person says where it is, and
   * must not lead us elsewhere.
   *
   * @throws ConnectorException revoked, if it is not
   */
  static Place of(URI server, String target) throws ConnectorException {
    try {
      URI led = server.resolve(target.strip()).normalize();
      boolean isPlain = led.getRawQuery() == null && led.getRawFragment() == null;
      if (isPlain && led.toString().startsWith(server.toString())) {
        String path = led.getRawPath();
        return new Place(path.endsWith("/") ? path : path + "/");
      }
    } catch (IllegalArgumentException none) {
      throw elsewhere();
    }
    throw elsewhere();
  }

  private static ConnectorException elsewhere() {
    return ConnectorException.revoked("calendar's address must be one of the server's");
  }

  /** Where the resource of this key is. */
  String of(String key) {
    return path + key;
  }

  /** The key of the resource at {@code href}; empty if that is not in the calendar. */
  Optional<String> key(String href) {
    try {
      URI at = URI.create(href);
      String raw = Optional.ofNullable(at.getRawPath()).orElse("");
      int slash = raw.lastIndexOf('/') + 1;
      URI folder = URI.create(raw.substring(0, slash));
      return folder.getPath().equals(URI.create(path).getPath())
          ? Optional.of(raw.substring(slash)).filter(key -> KEY.matcher(key).matches())
          : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
