package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.testkit.SharedPolicyContract;
import org.junit.jupiter.api.Test;

class EpsilonGreedyTest extends SharedPolicyContract<EpsilonGreedy.State> {

  @Override
  protected SharedPolicy<EpsilonGreedy.State> policy() {
    return (EpsilonGreedy) Policies.epsilonGreedy(0.1);
  }

  @Test
  void epsilon_is_a_probability_above_0() {
    for (double wrong : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> Policies.epsilonGreedy(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("epsilon must be above 0, at most 1 but was " + wrong);
    }
  }
}
