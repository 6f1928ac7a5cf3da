package net.alogins.oo;

import java.util.HashSet;
import java.util.stream.Stream;
import net.alogins.oo.internal.Engine;

/** The rule for names that are written to the log. */
final class Names {

  private static final int LONGEST = 200;

  private Names() {}

  static void require(String what, Stream<String> names) {
    var seen = new HashSet<String>();
    names.forEach(
        name -> {
          if (name.isBlank() || name.length() > LONGEST || name.equals(Engine.FALLBACK)) {
            throw new IllegalArgumentException(
                "%s name must be 1 to %d characters, not blank, not %s but was %s"
                    .formatted(what, LONGEST, Engine.FALLBACK, name));
          }
          if (!seen.add(name)) {
            throw new IllegalArgumentException(
                what + " names must be unique within a recommender but two were " + name);
          }
        });
  }
}
