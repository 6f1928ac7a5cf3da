package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.testkit.SharedPolicyContract;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.api.Test;

class UniformTest extends SharedPolicyContract<Fixed.Nothing> {

  @Override
  protected SharedPolicy<Fixed.Nothing> policy() {
    return (Uniform) Policies.uniform();
  }

  @Test
  void every_candidate_is_equally_likely() {
    Ranking ranking =
        policy().rank(new Fixed.Nothing(), new Worlds(1).slate(8), new SplittableRandom(1));

    for (int i = 0; i < 8; i++) {
      assertThat(ranking.propensities().get(i)).isEqualTo(0.125);
    }
  }
}
