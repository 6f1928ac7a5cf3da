package net.alogins.oo.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The parameters in a query, as forms write them: {@code name=value&...}, percent-encoded. */
record Query(String raw) {

  /** The one value of {@code name}, or none. */
  List<String> once(String name) {
    List<String> given =
        Arrays.stream(raw.split("&", -1))
            .filter(pair -> decoded(before(pair)).equals(name))
            .map(
                pair -> decoded(pair.substring(Math.min(pair.length(), before(pair).length() + 1))))
            .toList();
    if (given.size() > 1) {
      throw Refusal.invalid(name, "be given once");
    }
    return given;
  }

  private static String before(String pair) {
    int end = pair.indexOf('=');
    return end < 0 ? pair : pair.substring(0, end);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.invalid("query", "be percent-encoded");
    }
  }
}
