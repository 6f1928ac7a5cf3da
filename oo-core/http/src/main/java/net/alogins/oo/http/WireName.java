package net.alogins.oo.http;

import java.util.Locale;

/** How a constant is called on the wire: {@code NO_CANDIDATES} is {@code no-candidates}. */
final class WireName {

  private WireName() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
