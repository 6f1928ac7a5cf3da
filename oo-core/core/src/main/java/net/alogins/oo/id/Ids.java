package net.alogins.oo.id;

/** The rule that all textual identifiers share. */
final class Ids {

  private static final int LONGEST = 256;

  private Ids() {}

  static String checked(String what, String value) {
    if (value.isBlank() || value.length() > LONGEST || !canBeWritten(value)) {
      throw new IllegalArgumentException(
          what + " must be 1 to " + LONGEST + " characters, not blank, without control characters");
    }
    return value;
  }

  /** Without control characters, and halves of a character that UTF-8 has no bytes for. */
  private static boolean canBeWritten(String value) {
    int character;
    for (int i = 0; i < value.length(); i += Character.charCount(character)) {
      character = value.codePointAt(i);
      if (Character.isISOControl(character)
          || Character.getType(character) == Character.SURROGATE) {
        return false;
      }
    }
    return true;
  }
}
