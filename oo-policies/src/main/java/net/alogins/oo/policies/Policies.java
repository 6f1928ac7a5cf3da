package net.alogins.oo.policies;

import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.SharedPolicy;

/** The policies that come with oO. */
public final class Policies {

  private static final double STANDARD_FLOOR = 0.01;

  private Policies() {}

  /**
   * The one to start with, with exact probabilities of which 1 % are spread evenly.
   *
   * <p>Of candidates that come and go it learns what they have in common, for everybody and for
   * each person; at first it follows due dates and priorities. Where the features cross a block
   * with {@link net.alogins.oo.policy.Cross#ARM}, candidates are few and last: it keeps a model of
   * each, scales the columns, and decides by evidence how much of the world is linear.
   */
  public static PersonalPolicy<?, ?> standard() {
    return new Standard("standard", STANDARD_FLOOR);
  }

  /**
   * The standard policy with {@code floor} spread evenly.
   *
   * @param floor 0 (its decisions cannot be used for off-policy evaluation) to 1
   */
  public static PersonalPolicy<?, ?> standardWithFloor(double floor) {
    return new Standard("standard-floor-" + Exploration.requireFloor(floor), floor);
  }

  /**
   * The policy of a name, as in a configuration: {@code standard}, {@code standard-floor-0.05},
   * {@code uniform}, {@code first-candidate}, or an oracle and an exploration: {@code linear},
   * {@code random-features}, {@code adaptive} or {@code hierarchical}, then {@code -greedy}, {@code
   * -upper-bound-0.25}, {@code -thompson-0.25-64} or {@code -inverse-gap-10}, then perhaps {@code
   * -floor-0.02}.
   *
   * @throws IllegalArgumentException if there is none, or a number in it is out of its range
   */
  public static Policy<?> named(String name) {
    return PolicyName.parse(name);
  }

  /**
   * What this process computes with, for people: {@code plain Java}, or what {@code
   * oo-policies-vector} says of itself. It does not show in any bit.
   */
  public static String kernel() {
    return Kernels.CHOSEN.name();
  }

  /** What {@code oracle} learns, and what {@code exploration} makes of it. */
  public static Policy<?> of(Oracle oracle, Exploration exploration) {
    return oracle.with(exploration);
  }

  /**
   * The best of a linear model that everybody shares, or with probability {@code epsilon} any
   * candidate.
   *
   * @param epsilon above 0, at most 1
   */
  public static Policy<?> epsilonGreedy(double epsilon) {
    return of(Oracle.LINEAR, Exploration.epsilonGreedy(epsilon));
  }

  /**
   * The largest upper confidence bound of a linear model, {@code alpha} standard errors up, with
   * probability 1 - {@code floor}, or any candidate.
   *
   * @param alpha 0 (greedy) or more; 0.25 did well
   * @param floor 0 (its decisions cannot be used for off-policy evaluation) to 1
   */
  public static Policy<?> linUcb(double alpha, double floor) {
    return of(Oracle.LINEAR, Exploration.upperBound(alpha).withFloor(floor));
  }

  /** Any candidate, all equally likely; learns nothing. The control of every comparison. */
  public static SharedPolicy<?> uniform() {
    return new Uniform();
  }

  /**
   * Always the first candidate, in the order of the sources; learns nothing. Its decisions cannot
   * be used for off-policy evaluation.
   */
  public static SharedPolicy<?> firstCandidate() {
    return new FirstCandidate();
  }
}
