package net.alogins.oo.reaction;

import java.util.Optional;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;

/**
 * What the answers to a tip are worth: a pure function of their set, never of their order, called
 * from any thread.
 */
public interface RewardRule {

  /**
   * The reward, or empty while, or because, there is nothing to learn (censored). Where it throws,
   * or leaves its range, nothing changes and the row is counted as dead-lettered.
   */
  Optional<Reward> reward(Answers answers);

  /**
   * The name of what it says: the class's own, unless it is overridden. What was learned under
   * another name is not read again, so a rule that changes must change its name.
   */
  default String name() {
    return getClass().getName();
  }

  /** Between what every reward lies. */
  RewardRange range();

  /**
   * Done 1, dismissed -0.4, ignored 0. A snooze says "right tip, wrong time": it is censored, and
   * the decision that serves the candidate again earns its own reward. Done outweighs dismissed,
   * dismissed outweighs a snooze.
   */
  static RewardRule standard() {
    return new StandardRule();
  }
}
