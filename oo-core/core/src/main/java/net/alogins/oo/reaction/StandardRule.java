package net.alogins.oo.reaction;

import java.util.Optional;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;

/** Done 1, ignored 0, dismissed -0.4, snoozed censored. */
record StandardRule() implements RewardRule {

  private static final RewardRange RANGE = new RewardRange(-0.4, 1);

  @Override
  public Optional<Reward> reward(Answers answers) {
    if (answers.kinds().contains(Kind.DONE)) {
      return Optional.of(new Reward(RANGE.most()));
    }
    if (answers.kinds().contains(Kind.DISMISSED)) {
      return Optional.of(new Reward(RANGE.least()));
    }
    boolean ignored = answers.kinds().isEmpty() && answers.closed();
    return ignored ? Optional.of(new Reward(0)) : Optional.empty();
  }

  @Override
  public RewardRange range() {
    return RANGE;
  }
}
