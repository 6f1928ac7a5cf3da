package net.alogins.oo.signal;

import java.util.Optional;
import java.util.regex.Pattern;

/** Text of others, as a person may be shown it in one line. */
public final class OneLine {

  /** Controls and separators of lines. */
  private static final Pattern BREAKS =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+");

  /** Forced directions, tags, and halves of characters. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\x{e0000}-\\x{e007f}\\p{Cs}]+");

  private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\p{Cn}]");

  private OneLine() {}

  /**
   * {@code text} in one line, without control characters, at most so many characters of it and an
   * ellipsis; empty if there is nothing to see.
   */
  public static Optional<String> of(String text, int longest) {
    String line = HIDDEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("").strip();
    return VISIBLE.matcher(line).find() ? Optional.of(cut(line, longest)) : Optional.empty();
  }

  private static String cut(String line, int longest) {
    if (line.length() <= longest) {
      return line;
    }
    int end = longest - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
