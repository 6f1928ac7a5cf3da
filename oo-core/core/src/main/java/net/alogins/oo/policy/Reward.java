package net.alogins.oo.policy;

/**
 * What a decision turned out to be worth.
 *
 * @param value a finite number within the rule's {@link RewardRange}
 */
public record Reward(double value) {

  public Reward {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("reward must be finite but was " + value);
    }
  }
}
