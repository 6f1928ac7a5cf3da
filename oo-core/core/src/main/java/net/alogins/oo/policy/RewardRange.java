package net.alogins.oo.policy;

/**
 * The smallest and the largest reward that a rule gives; policies scale by it.
 *
 * @param least the smallest reward
 * @param most the largest reward, above the smallest
 */
public record RewardRange(double least, double most) {

  public RewardRange {
    if (!(least < most) || !Double.isFinite(most - least)) {
      throw new IllegalArgumentException("a reward range must have least < most, both finite");
    }
  }

  /**
   * Makes sure that {@code reward} lies within.
   *
   * @throws IllegalArgumentException if it does not
   */
  public void require(Reward reward) {
    if (reward.value() < least || reward.value() > most) {
      throw new IllegalArgumentException(
          "reward must be " + least + " to " + most + " but was " + reward.value());
    }
  }

  /** {@code reward} in units of the range's width. */
  public double scale(Reward reward) {
    return reward.value() / (most - least);
  }
}
