package net.alogins.oo.policies.simulation;

import java.util.List;

/**
 * What kind of a world it is.
 *
 * @param name what it is called in tables
 * @param people how many live in it
 * @param days for how many days
 * @param isDelayed whether reactions take their time, and silence is only known after a day
 * @param isWalking whether what people like changes a little every day
 * @param isShifting whether, halfway, 40 % of them change their day's rhythm and what they like
 * @param isJoining whether half of them come only halfway
 */
public record Scenario(
    String name,
    int people,
    int days,
    boolean isDelayed,
    boolean isWalking,
    boolean isShifting,
    boolean isJoining) {

  private static final int PEOPLE = 40;
  private static final int DAYS = 60;

  /** Nothing changes, and reactions are immediate. */
  public static final Scenario STATIC =
      new Scenario("static", PEOPLE, DAYS, false, false, false, false);

  /** Reactions come late. */
  public static final Scenario DELAY =
      new Scenario("delay", PEOPLE, DAYS, true, false, false, false);

  /** Reactions come late, and people change, slowly and at once. */
  public static final Scenario DRIFT =
      new Scenario("delay+shift+walk", PEOPLE, DAYS, true, true, true, false);

  /** Reactions come late, and half of the people join a system that runs. */
  public static final Scenario JOIN =
      new Scenario("delay+join", PEOPLE + PEOPLE / 2, DAYS, true, false, false, true);

  /** One person alone. */
  public static final Scenario ALONE = new Scenario("alone", 1, DAYS, true, false, false, false);

  public Scenario {
    if (people < 1 || days < 1) {
      throw new IllegalArgumentException(
          "a scenario must have people and days but had " + people + " and " + days);
    }
  }

  /** All that come with oO. */
  public static List<Scenario> all() {
    return List.of(STATIC, DELAY, DRIFT, JOIN, ALONE);
  }

  /** Whether {@code person} is among those who come later. */
  boolean isLate(int person) {
    return isJoining && person >= people / 2;
  }
}
