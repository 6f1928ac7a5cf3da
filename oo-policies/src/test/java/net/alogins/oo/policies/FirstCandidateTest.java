package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.testkit.SharedPolicyContract;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.api.Test;

class FirstCandidateTest extends SharedPolicyContract<Fixed.Nothing> {

  @Override
  protected SharedPolicy<Fixed.Nothing> policy() {
    return (FirstCandidate) Policies.firstCandidate();
  }

  @Test
  void the_first_candidate_is_certain() {
    Ranking ranking =
        policy().rank(new Fixed.Nothing(), new Worlds(1).slate(3), new SplittableRandom(1));

    assertThat(ranking.propensities()).isEqualTo(DoubleColumn.of(1, 0, 0));
    assertThat(ranking.best()).isZero();
  }
}
