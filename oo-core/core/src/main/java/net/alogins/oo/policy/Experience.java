package net.alogins.oo.policy;

import java.util.Optional;

/** One thing to learn from. */
public sealed interface Experience {

  /** What was chosen. */
  Occasion occasion();

  /**
   * A decision earned its reward.
   *
   * @param occasion what was chosen
   * @param reward what it was worth
   */
  record First(Occasion occasion, Reward reward) implements Experience {}

  /**
   * A reward that was learned has changed, with the decision's original weight.
   *
   * @param was what was learned before
   * @param now the reward instead, or empty when there is none any more
   */
  record Corrected(First was, Optional<Reward> now) implements Experience {

    @Override
    public Occasion occasion() {
      return was.occasion();
    }
  }
}
