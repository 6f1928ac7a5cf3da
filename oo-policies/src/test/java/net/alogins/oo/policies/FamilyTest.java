package net.alogins.oo.policies;

import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.testkit.PersonalPolicyContract;
import net.alogins.oo.testkit.SharedPolicyContract;
import org.junit.jupiter.api.Nested;

/** Every oracle keeps the contract, and so does every exploration. */
class FamilyTest {

  @Nested
  class LinearWithVotes extends SharedPolicyContract<SharedLinear.State> {

    @Override
    protected SharedPolicy<SharedLinear.State> policy() {
      return SharedLinear.of(Exploration.thompson(.1, 8));
    }
  }

  @Nested
  class LinearGreedy extends SharedPolicyContract<SharedLinear.State> {

    @Override
    protected SharedPolicy<SharedLinear.State> policy() {
      return (SharedLinear) Policies.epsilonGreedy(.1);
    }
  }

  @Nested
  class RandomFeaturesWithInverseGaps extends SharedPolicyContract<SharedLinear.State> {

    @Override
    protected SharedPolicy<SharedLinear.State> policy() {
      return (SharedLinear) Policies.of(Oracle.RANDOM_FEATURES, Exploration.inverseGap(10));
    }
  }

  @Nested
  class AdaptiveWithVotes extends SharedPolicyContract<Adaptive.State> {

    @Override
    protected SharedPolicy<Adaptive.State> policy() {
      return (Adaptive) Policies.of(Oracle.ADAPTIVE, Exploration.thompson(.1, 2).withFloor(.05));
    }
  }

  @Nested
  class HierarchicalWithVotes
      extends PersonalPolicyContract<HierarchicalLinear.Shared, HierarchicalLinear.Mine> {

    @Override
    protected PersonalPolicy<HierarchicalLinear.Shared, HierarchicalLinear.Mine> policy() {
      return (HierarchicalLinear) Policies.of(Oracle.HIERARCHICAL, Exploration.thompson(.1, 8));
    }
  }

  @Nested
  class HierarchicalWithUpperBounds
      extends PersonalPolicyContract<HierarchicalLinear.Shared, HierarchicalLinear.Mine> {

    @Override
    protected PersonalPolicy<HierarchicalLinear.Shared, HierarchicalLinear.Mine> policy() {
      return (HierarchicalLinear) Policies.of(Oracle.HIERARCHICAL, Exploration.upperBound(.1));
    }
  }
}
