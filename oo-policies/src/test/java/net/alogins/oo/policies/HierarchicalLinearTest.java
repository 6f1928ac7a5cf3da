package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.HierarchicalLinear.Mine;
import net.alogins.oo.policies.HierarchicalLinear.Shared;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.PersonalPolicyContract;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.api.Test;

class HierarchicalLinearTest extends PersonalPolicyContract<Shared, Mine> {

  private static final FeatureSchema SCHEMA = Features.standard().schema();
  private static final double[] PRIOR = Prior.dueThenPriority().weights(SCHEMA);

  private final Worlds worlds = new Worlds(3);
  private final Learner learner =
      Learner.of(
          Policies.of(Oracle.HIERARCHICAL, Exploration.greedy()), SCHEMA, new RewardRange(0, 1));

  @Override
  protected PersonalPolicy<Shared, Mine> policy() {
    return new HierarchicalLinear(
        "linear", Exploration.greedy().withFloor(.02), Prior.dueThenPriority());
  }

  private static double expected(Slate slate, int index) {
    return Doubles.dot(PRIOR, new Occasion(slate.only(index), 1).row());
  }

  private double score(Slate slate, UserId user, Instant at) {
    Slate moved =
        new Slate(user, at, SCHEMA, slate.candidates(), slate.context(), slate.features());
    return learner.rank(moved).scores().get(0);
  }

  @Test
  void at_first_a_candidate_is_worth_what_the_prior_expects() {
    Slate slate = worlds.slate(12);

    for (int i = 0; i < slate.size(); i++) {
      assertThat(learner.rank(slate).scores().get(i)).isCloseTo(expected(slate, i), within(1e-12));
    }
  }

  @Test
  void a_reward_that_the_prior_expected_teaches_nothing() {
    for (int i = 0; i < 40; i++) {
      Slate one = worlds.slate(1);
      learner.learn(new First(new Occasion(one, 1), new Reward(expected(one, 0))));
    }
    Slate slate = worlds.slate(12);

    for (int i = 0; i < slate.size(); i++) {
      assertThat(learner.rank(slate).scores().get(i)).isCloseTo(expected(slate, i), within(1e-9));
    }
  }

  @Test
  void what_sets_a_person_apart_fades_in_years() {
    UserId ada = new UserId("ada");
    UserId stranger = new UserId("stranger");
    Slate slate = worlds.slate(1);
    Instant now = slate.at();
    for (int i = 0; i < 30; i++) {
      now = now.plus(Duration.ofHours(1));
      Slate asked =
          new Slate(ada, now, SCHEMA, slate.candidates(), slate.context(), slate.features());
      learner.learn(new First(new Occasion(asked, 1), new Reward(1)));
    }

    Instant later = now.plus(Duration.ofDays(3650));
    double apart = score(slate, ada, now) - score(slate, stranger, now);
    double still = score(slate, ada, later) - score(slate, stranger, later);

    assertThat(List.of(apart, still)).allMatch(value -> value >= 0);
    assertThat(apart).isGreaterThan(.05);
    assertThat(still).isLessThan(apart / 100);
  }
}
