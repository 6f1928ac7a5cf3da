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
   * Draws of how far what candidates may be worth is from their means, together, with {@code alpha}
   * times the standard deviations; what they have in common moves together. As far in the other
   * direction is as probable.
   *
   * @param count of draws, whole blocks of a {@link net.alogins.oo.policies.kernel.Kernel}
   * @return so many of each candidate, one candidate after the other
   */
  float[] draws(double alpha, int count, RandomGenerator random);

  /** From how many rows it comes. */
  long rows();
}
