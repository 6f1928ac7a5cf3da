package net.alogins.oo.llm;

import java.util.regex.Pattern;

/** Words without what points at somebody or lets somebody in. */
final class Pseudonymous {

  private static final Pattern LINK =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]{1,20}://\\S+|www\\.\\S+");
  private static final Pattern MAIL =
      Pattern.compile("\\S+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  /** Six digits or more, whatever stands between them: telephones, accounts, cards. */
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ()/.-]{0,2}\\d){5,}");

  private Pseudonymous() {}

  static String text(String line) {
    String unlinked = LINK.matcher(line).replaceAll("(link)");
    return NUMBER.matcher(MAIL.matcher(unlinked).replaceAll("(e-mail)")).replaceAll("(number)");
  }
}
