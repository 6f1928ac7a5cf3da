package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.alogins.oo.event.Reacted.Kind;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.reaction.Answers;
import net.alogins.oo.reaction.RewardRule;
import org.junit.jupiter.api.Test;

class StandardRuleTest extends RewardRuleContract {

  @Override
  protected RewardRule rule() {
    return RewardRule.standard();
  }

  @Test
  void done_outweighs_dismissed_and_dismissed_a_snooze() {
    assertThat(rule().reward(new Answers(Set.of(Kind.values()), false))).contains(new Reward(1));
    assertThat(rule().reward(new Answers(Set.of(Kind.DISMISSED, Kind.SNOOZED), true)))
        .contains(new Reward(-0.4));
  }

  @Test
  void only_an_unanswered_tip_whose_time_is_over_counts_as_ignored() {
    assertThat(rule().reward(new Answers(Set.of(), true))).contains(new Reward(0));
    assertThat(rule().reward(new Answers(Set.of(), false))).isEmpty();
    assertThat(rule().reward(new Answers(Set.of(Kind.SNOOZED), true))).isEmpty();
  }
}
