package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Ranking;

/**
 * How a belief about candidates becomes the probabilities that one is drawn with. They are exact:
 * what is logged is what was drawn from. Goes with any {@link Oracle}.
 */
public abstract class Exploration {

  Exploration() {}

  /** The largest mean; of equals, any. Learns of nothing else; not for off-policy evaluation. */
  public static Exploration greedy() {
    return new Greedy();
  }

  /**
   * The largest mean, or with probability {@code epsilon} any candidate (Sutton and Barto 2018,
   * section 2.4).
   *
   * @param epsilon above 0, at most 1
   */
  public static Exploration epsilonGreedy(double epsilon) {
    if (!(epsilon > 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be above 0, at most 1 but was " + epsilon);
    }
    return greedy().withFloor(epsilon);
  }

  /**
   * The largest upper confidence bound, {@code alpha} standard errors above the mean (Li, Chu,
   * Langford and Schapire 2010); of equals, any.
   *
   * @param alpha 0 (greedy) or more; 0.25 did well
   */
  public static Exploration upperBound(double alpha) {
    return new UpperBound(requireScale("alpha", alpha));
  }

  /**
   * Thompson sampling (Thompson 1933; Agrawal and Goyal 2013) by vote: what candidates may be worth
   * is drawn half as often as there are votes, each draw votes for its best, as it is and turned to
   * the opposite, and probabilities are shares of the votes. Equals take turns.
   *
   * @param scale of the standard errors, 0 (greedy) to 1,000,000; 0.25 did well
   * @param votes 1 to 100,000; the cost of a decision grows with it
   */
  public static Exploration thompson(double scale, int votes) {
    if (votes < 1 || votes > Votes.MOST) {
      throw new IllegalArgumentException("votes must be 1 to " + Votes.MOST + " but were " + votes);
    }
    if (requireScale("scale", scale) > Votes.LARGEST) {
      throw new IllegalArgumentException("scale must be at most 1,000,000 but was " + scale);
    }
    return new Votes(scale, votes);
  }

  /**
   * Inverse gap weighting (Abe and Long 1999; SquareCB, Foster and Rakhlin 2020): of n candidates
   * one whose mean is {@code gap} below the best has the probability {@code 1 / (n + gamma
   * sqrt(rows) gap)}, the best has what is left. A gap of 1 is the width of the reward range, rows
   * are those learned so far.
   *
   * @param gamma 0 (uniform) or more; the larger, the greedier
   */
  public static Exploration inverseGap(double gamma) {
    return new InverseGap(requireScale("gamma", gamma));
  }

  /**
   * The same, but {@code floor} is spread evenly over all candidates: of n each has at least {@code
   * floor / n}.
   *
   * @param floor 0 (changes nothing) to 1 (uniform)
   */
  public final Exploration withFloor(double floor) {
    return requireFloor(floor) == 0 ? this : new Floored(this, floor);
  }

  /** Part of the name of a policy: no two that choose otherwise have the same. */
  abstract String name();

  abstract Ranking rank(Belief belief, RandomGenerator random);

  @Override
  public final String toString() {
    return name();
  }

  /** {@code floor}, if it is a probability. */
  static double requireFloor(double floor) {
    if (!(floor >= 0 && floor <= 1)) {
      throw new IllegalArgumentException("a floor must be 0 to 1 but was " + floor);
    }
    return floor;
  }

  private static double requireScale(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be 0 or more, finite, but was " + value);
    }
    return value;
  }
}
