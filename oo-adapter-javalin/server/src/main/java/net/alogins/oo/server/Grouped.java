package net.alogins.oo.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.alogins.oo.http.Family;

/**
 * Counters of a module as families of metrics: names such as {@code rejected.markup} are of a
 * group, all others are events.
 *
 * @param prefix what the families' names begin with
 * @param groups the groups
 * @param counters how often what has happened, by name
 */
record Grouped(String prefix, Set<String> groups, Supplier<Map<String, Long>> counters) {

  /** The group whose counters have no group. */
  static final String EVENTS = "events";

  /** The family of {@code group}; {@code label} is what tells its counters apart. */
  Family family(String group, String label, String help) {
    return new Family(prefix + group + "_total", "counter", help, label, () -> counted(group));
  }

  private Map<String, Long> counted(String group) {
    Map<String, Long> counted = new TreeMap<>();
    counters
        .get()
        .forEach(
            (name, count) -> {
              String of = group(name);
              if (of.equals(group)) {
                counted.put(
                    of.equals(EVENTS) ? name : name.substring(name.indexOf('.') + 1), count);
              }
            });
    return counted;
  }

  private String group(String name) {
    String first = name.substring(0, Math.max(0, name.indexOf('.')));
    return groups.contains(first) ? first : EVENTS;
  }
}
