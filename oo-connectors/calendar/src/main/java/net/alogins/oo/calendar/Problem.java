package net.alogins.oo.calendar;

/**
 * Something in a calendar that is not as it must be. It says nothing of what stands there.
 *
 * @param line the line of the file; of a component, where it begins
 * @param where what it is about, a component or a property
 * @param rule what must hold there and does not
 */
public record Problem(int line, String where, String rule) {

  /** In one line. */
  @Override
  public String toString() {
    return "line " + line + ": " + where + " must " + rule;
  }
}
