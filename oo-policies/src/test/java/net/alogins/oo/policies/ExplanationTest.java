package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the features are said to add is what they add. */
class ExplanationTest {

  @ParameterizedTest
  @ValueSource(strings = {"linear-greedy", "hierarchical-greedy", "standard"})
  void contributions_add_up_to_how_far_scores_are_apart(String policy) {
    Learner learner =
        Learner.of(Policies.named(policy), Features.standard().schema(), new RewardRange(-.4, 1));
    Worlds worlds = new Worlds(11);
    worlds.experiences(60).forEach(learner::learn);
    Slate slate = worlds.slate(6);

    Ranking ranking = learner.rank(slate);

    for (int i = 1; i < slate.size(); i++) {
      double apart = ranking.scores().get(i) - ranking.scores().get(0);
      assertThat(sum(learner.explain(slate, i)) - sum(learner.explain(slate, 0)))
          .isCloseTo(apart, within(1e-12))
          .isNotZero();
    }
  }

  private static double sum(List<Contribution> contributions) {
    return contributions.stream().mapToDouble(Contribution::amount).sum();
  }
}
