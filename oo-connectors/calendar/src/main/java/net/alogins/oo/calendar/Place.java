package net.alogins.oo.calendar;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import net.alogins.oo.signal.ConnectorException;

/**
 * A calendar on a server: a collection, and in it a resource for each task or event.
 *
 * @param path its path, which ends with a slash
 * @param prefix what the keys of its resources begin with: nothing where a person has named the
 *     calendar, and otherwise where it is, below the server's path
 */
record Place(String path, String prefix) {

  private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[!-~&&[^/?#]]{1,200}");

  private static final int LONGEST_KEY = 256;

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
        return new Place(path.endsWith("/") ? path : path + "/", "");
      }
    } catch (IllegalArgumentException none) {
      throw elsewhere();
    }
    throw elsewhere();
  }

  /** The same for a calendar that the server has named, whose keys say where it is. */
  static Place found(URI server, String path) throws ConnectorException {
    try {
      String there = of(server, path).path();
      return new Place(there, there.substring(server.getRawPath().length()));
    } catch (ConnectorException elsewhere) {
      throw ConnectorException.malformed("server must lead to calendars below its own address");
    }
  }

  /** Where the resource of {@code key} is, of a connection to {@code target}. */
  static Place holding(URI server, String target, String key) throws ConnectorException {
    int slash = key.lastIndexOf('/') + 1;
    return slash == 0
        ? of(server, target)
        : found(server, server.getRawPath() + key.substring(0, slash));
  }

  private static ConnectorException elsewhere() {
    return ConnectorException.revoked("calendar's address must be one of the server's");
  }

  /** Where the resource of this key is. */
  String of(String key) {
    return path + key.substring(prefix.length());
  }

  /** The key of the resource at {@code href}; empty if that is not in the calendar. */
  Optional<String> key(String href) {
    return name(href).map(prefix::concat).filter(key -> key.length() <= LONGEST_KEY);
  }

  /** The name of the resource at {@code href}; empty if that is not in it. */
  Optional<String> name(String href) {
    try {
      URI at = URI.create(href);
      String raw = Optional.ofNullable(at.getRawPath()).orElse("");
      int slash = raw.lastIndexOf('/') + 1;
      URI folder = URI.create(raw.substring(0, slash));
      return folder.getPath().equals(URI.create(path).getPath())
          ? Optional.of(raw.substring(slash)).filter(name -> NAME.matcher(name).matches())
          : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
