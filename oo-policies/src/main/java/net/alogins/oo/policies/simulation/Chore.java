package net.alogins.oo.policies.simulation;

/**
 * Something to do; what can be seen of it.
 *
 * @param number which of a person's; never used again
 * @param kind 0 to 7
 * @param duration 0 to 4, the shortest first
 * @param priority 0 to 3, the highest last
 * @param due 0 to 3, the soonest first
 * @param wasShown whether it was a tip before
 */
public record Chore(int number, int kind, int duration, int priority, int due, boolean wasShown) {

  /** How many kinds there are. */
  public static final int KINDS = 8;

  /** How many durations. */
  public static final int DURATIONS = 5;

  /** How many priorities. */
  public static final int PRIORITIES = 4;

  /** How many due dates. */
  public static final int DUES = 4;

  Chore shown() {
    return new Chore(number, kind, duration, priority, due, true);
  }
}
