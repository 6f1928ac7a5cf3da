package net.alogins.oo.policies.simulation;

/**
 * When somebody asks for a tip.
 *
 * @param day from 0 on
 * @param slot which of the five of a day, from 0 on
 * @param isRecent whether they were given one less than two hours ago
 */
public record Moment(int day, int slot, boolean isRecent) {

  static final int SLOTS = 5;

  /** How many parts a day has that people tell apart. */
  public static final int BUCKETS = 6;

  private static final double FIRST_HOUR = 7;
  private static final double HOURS_BETWEEN = 3.2;
  private static final int HOURS_OF_A_BUCKET = 4;
  private static final int HOURS_OF_A_DAY = 24;
  private static final int WEEK = 7;
  private static final int WORKDAYS = 5;

  private double hour() {
    return FIRST_HOUR + slot * HOURS_BETWEEN;
  }

  /** Hours since the world began. */
  public double hours() {
    return day * HOURS_OF_A_DAY + hour();
  }

  /** Which four hours of the day, 0 to 5. */
  public int bucket() {
    return (int) (hour() / HOURS_OF_A_BUCKET);
  }

  /** Whether it is one of the last two days of a week. */
  public boolean isWeekend() {
    return day % WEEK >= WORKDAYS;
  }
}
