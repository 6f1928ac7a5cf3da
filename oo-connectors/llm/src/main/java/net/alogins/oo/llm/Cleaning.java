package net.alogins.oo.llm;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is left of a suggestion's text: one visible line without markup that leads nowhere. Signs of
 * emphasis and of lists are taken away; whatever else is not plain text refuses the whole.
 */
final class Cleaning {

  /** The longest text of a suggestion. */
  static final int LONGEST = 200;

  /** What is read of a text, hidden characters and all. */
  private static final int MOST_READ = 4_000;

  private static final Pattern EMPHASIS = Pattern.compile("[*`~]+|^[#•·\\-–+\\s]+|^\\d+[.)]\\s+");

  private static final Pattern MARKUP =
      Pattern.compile(
          "[<>\\\\{}]|&#?[a-z0-9]{1,31};|\\]\\s*[(\\[:]|!\\s*\\[|%[0-9a-f]{2}|\\$\\(|__+|\\|\\|");

  /** Schemes that a task may not bring in, either. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:java|vb|live|j)\\s*script\\s*:|\\b(?:data|blob|file|about|intent)\\s?:\\S");

  private static final String DOT = "[.\\u3002\\uff61]";

  private static final Pattern LINK =
      Pattern.compile(
          "\\S*//\\S*|\\S*\\bwww"
              + DOT
              + "\\S*|\\S+@\\S+|\\b[a-z][a-z0-9+.-]{1,20}:\\S+|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\S*"
              + "|[\\p{L}\\p{N}-]{2,}"
              + DOT
              + "[\\p{L}]{2,}\\S*");

  private Cleaning() {}

  /** A text that was looked at: clean, or why it is not. */
  record Verdict(String text, Optional<Rejection> rejection) {}

  /**
   * {@code text} as it may be shown.
   *
   * @param known the words of the person's own tasks, in small letters
   */
  static Verdict of(String text, Set<String> known) {
    if (text.length() > MOST_READ) {
      return new Verdict("", Optional.of(Rejection.TOO_LONG));
    }
    String line = EMPHASIS.matcher(PlainText.line(text)).replaceAll("").strip();
    return new Verdict(line, rejection(line, known));
  }

  private static Optional<Rejection> rejection(String line, Set<String> known) {
    String small = line.toLowerCase(Locale.ROOT);
    if (PlainText.essence(line).isEmpty()) {
      return Optional.of(Rejection.EMPTY);
    }
    if (line.length() > LONGEST) {
      return Optional.of(Rejection.TOO_LONG);
    }
    if (MARKUP.matcher(small).find()) {
      return Optional.of(Rejection.MARKUP);
    }
    boolean leads =
        SCRIPT.matcher(small).find()
            || !LINK.matcher(small).results().map(MatchResult::group).allMatch(known::contains);
    return leads ? Optional.of(Rejection.LINK) : Optional.empty();
  }
}
