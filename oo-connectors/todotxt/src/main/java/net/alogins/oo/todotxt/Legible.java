package net.alogins.oo.todotxt;

import java.util.Set;
import java.util.function.IntPredicate;

/** Text as a person may be shown it: without controls, forced directions and hidden tags. */
final class Legible {

  /** What has no shape of its own and is no format character: fillers, joiners and a blank. */
  private static final Set<Integer> SHAPELESS =
      Set.of(0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0);

  private Legible() {}

  /** {@code text} without what nobody should see. */
  static String of(String text) {
    if (leading(text, character -> !isDropped(character)) == text.length()) {
      return text;
    }
    return text.codePoints()
        .filter(character -> !isDropped(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether there is nothing to see. */
  static boolean isEmpty(String text) {
    return leading(text, Legible::isUnseen) == text.length();
  }

  /** Where the characters end that come first and are such. */
  private static int leading(String text, IntPredicate such) {
    int at = 0;
    while (at < text.length() && such.test(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /**
   * {@code text} if it has at most {@code longest} characters, or else so many of it, from the
   * first that is seen, and an ellipsis.
   */
  static String cut(String text, int longest) {
    return text.length() <= longest
        ? text
        : begin(text.substring(leading(text, Legible::isUnseen)), longest);
  }

  private static String begin(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Controls, line and paragraph separators, embeddings, overrides, isolates, and tags. */
  private static boolean isDropped(int character) {
    return Character.isISOControl(character)
        || (character >= 0x2028 && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069)
        || (character >= 0xe0000 && character <= 0xe007f);
  }

  private static boolean isUnseen(int character) {
    return isDropped(character)
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT
        || SHAPELESS.contains(character)
        || isVariation(character);
  }

  private static boolean isVariation(int character) {
    return (character >= 0x180b && character <= 0x180f)
        || (character >= 0xfe00 && character <= 0xfe0f)
        || (character >= 0xe0100 && character <= 0xe01ef);
  }
}
