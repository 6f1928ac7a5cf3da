package net.alogins.oo.meaning;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what has happened; the names are those of this module alone, so they are few. */
final class Counts {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String name) {
    add(name, 1);
  }

  void add(String name, long many) {
    counts.computeIfAbsent(name, any -> new LongAdder()).add(many);
  }

  void rejected(Projection.Flaw flaw) {
    add("rejected." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }
}
