package net.alogins.oo.llm;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of others, reduced to what can be seen, in one line. */
final class PlainText {

  /**
   * What is not seen, or turns the rest around: formats (bidi, zero-width, tags), halves, private
   * and unassigned characters, variation selectors, fillers, blanks that are letters.
   */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800"
              + "\\u3164\\uffa0\\ufe00-\\ufe0f\\x{e0100}-\\x{e01ef}]+");

  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

  /** More marks on one letter than any language has. */
  private static final Pattern PILES = Pattern.compile("(\\p{M}{3})\\p{M}+");

  private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PlainText() {}

  /** {@code text} in one line, composed and compatible (NFKC), without what cannot be seen. */
  static String line(String text) {
    String composed = Normalizer.normalize(visible(text), Normalizer.Form.NFKC);
    return PILES.matcher(visible(composed)).replaceAll("$1").strip();
  }

  private static String visible(String text) {
    return HIDDEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
  }

  /** At most so many characters of {@code line}, and an ellipsis where it was cut. */
  static String cut(String line, int longest) {
    if (line.length() <= longest) {
      return line;
    }
    int end = longest - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** What a line says, whatever its case, spaces and signs. */
  static String essence(String line) {
    return SILENT.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
