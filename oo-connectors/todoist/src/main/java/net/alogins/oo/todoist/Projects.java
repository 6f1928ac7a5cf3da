package net.alogins.oo.todoist;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.alogins.oo.remote.Digest;
import net.alogins.oo.remote.Json;
import net.alogins.oo.remote.Text;
import net.alogins.oo.signal.ConnectorException;

/** The projects that tasks are in. */
final class Projects {

  private static final int LONGEST_NAME = 64;

  private final Map<String, String> names = new TreeMap<>();
  private final Set<String> closed = new HashSet<>();

  void take(Json project) throws ConnectorException {
    String id = project.required("id");
    if (project.isTrue("is_deleted") || project.isTrue("is_archived")) {
      closed.add(id);
    } else {
      Text.line(project.text("name").orElse(""), LONGEST_NAME).ifPresent(n -> names.put(id, n));
    }
  }

  boolean isEmpty() {
    return names.isEmpty() && closed.isEmpty();
  }

  /** Whether it is archived or deleted. */
  boolean isClosed(String id) {
    return closed.contains(id);
  }

  Optional<String> kind(String id) {
    return Optional.ofNullable(names.get(id));
  }

  /** The same for the same names. */
  String digest() {
    return Digest.of(names.toString());
  }
}
