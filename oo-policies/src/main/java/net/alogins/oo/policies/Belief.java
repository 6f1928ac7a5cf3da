package net.alogins.oo.policies;

import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;

/**
 * What is believed of the candidates of one slate: each is worth a normally distributed amount, in
 * units of the reward range's width.
 */
interface Belief {

  /** One for each candidate: its mean, and {@code alpha} standard deviations more. */
  DoubleColumn bounds(double alpha);

  /**
   * Draws of what the candidates may be worth, together, with {@code alpha} times the standard
   * deviations; what they have in common moves together.
   *
   * @param votes about how many will be drawn
   */
  Draws draws(double alpha, int votes);

  /** From how many rows it comes. */
  long rows();

  /** What candidates may be worth. */
  interface Draws {

    /** So many draws, each of a value for each candidate, and maybe more, which do not count. */
    double[][] next(int count, RandomGenerator random);
  }
}
