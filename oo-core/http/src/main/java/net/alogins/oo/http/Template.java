package net.alogins.oo.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the contract, in which {@code {name}} stands for one segment.
 *
 * <p>Segments are compared as they were sent: nothing in the contract needs percent-encoding, so
 * whatever is encoded, empty or a way upwards is no part of it, however a host reads it.
 */
record Template(String path, List<String> segments, boolean isNameless) {

  private static final Optional<Map<String, String>> NONE = Optional.of(Map.of());

  static Template of(String path) {
    List<String> segments = split(path);
    return new Template(path, segments, segments.stream().noneMatch(Template::isName));
  }

  /** What stands for each name at the end of {@code sent}; a host may mount it anywhere. */
  Optional<Map<String, String>> parameters(String sent) {
    return isNameless && sent.endsWith(path) ? NONE : named(sent);
  }

  private Optional<Map<String, String>> named(String sent) {
    List<String> given = split(sent);
    int from = given.size() - segments.size();
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (from < 0 || !(isName(segment) || segment.equals(given.get(from + i)))) {
        return Optional.empty();
      }
      parameters.put(segment, given.get(from + i));
    }
    return Optional.of(parameters);
  }

  private static List<String> split(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return List.of(relative.split("/", -1));
  }

  private static boolean isName(String segment) {
    return segment.startsWith("{");
  }
}
