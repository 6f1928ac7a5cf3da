package net.alogins.oo.signal;

/**
 * How far a connection is synced, in the words of its connector alone.
 *
 * @param value at most 4,096 characters
 */
public record Cursor(String value) {

  /** The longest. */
  public static final int LONGEST = 4096;

  public Cursor {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "cursor must be at most " + LONGEST + " characters but was " + value.length());
    }
  }
}
