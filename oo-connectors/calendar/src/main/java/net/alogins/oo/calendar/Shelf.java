package net.alogins.oo.calendar;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calendars of one connection.
 *
 * @param root the path below which they are, which ends with a slash
 * @param tokens what the server goes on from, by the calendars' names below the root; the root
 *     itself is {@value #ITSELF}
 */
record Shelf(String root, SortedMap<String, String> tokens) {

  static final String ITSELF = ".";

  Shelf {
    tokens = Collections.unmodifiableSortedMap(new TreeMap<>(tokens));
  }

  /** One calendar and nothing else. */
  static Shelf of(String path, String token) {
    return new Shelf(path, new TreeMap<>(Map.of(ITSELF, token)));
  }

  boolean isOne() {
    return tokens.containsKey(ITSELF);
  }

  /** Where the calendar of this name is. */
  String path(String name) {
    return name.equals(ITSELF) ? root : root + name + "/";
  }

  /** Whether it has the same calendars, however they stand. */
  boolean hasThoseOf(Shelf other) {
    return root.equals(other.root) && tokens.keySet().equals(other.tokens.keySet());
  }
}
