package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.testkit.Worlds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws spread as the bounds say. */
class BeliefTest {

  private static final int DRAWS = 4_000;

  /** Gives away what it is told. */
  private static final class Listening extends Exploration {

    private Optional<Belief> heard = Optional.empty();

    @Override
    String name() {
      return "listening";
    }

    @Override
    Ranking rank(Belief belief, RandomGenerator random) {
      heard = Optional.of(belief);
      return Greedy.of(belief.bounds(0));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Oracle.class,
      names = {"LINEAR", "HIERARCHICAL"})
  void draws_have_the_mean_and_the_deviation_of_the_bounds(Oracle oracle) {
    Listening listening = new Listening();
    Learner learner =
        Learner.of(
            Policies.of(oracle, listening), Features.standard().schema(), new RewardRange(-.4, 1));
    Worlds worlds = new Worlds(5);
    worlds.experiences(60).forEach(learner::learn);
    Slate slate = worlds.slate(4);
    learner.rank(slate);
    Belief belief = listening.heard.orElseThrow();

    double[] means = belief.bounds(0);
    double[] above = belief.bounds(2);
    Belief.Draws draws = belief.draws(2);
    SplittableRandom random = new SplittableRandom(6);
    double[][] drawn = draws.next(DRAWS, random);

    assertThat(belief.rows()).isEqualTo(60);
    for (int k = 0; k < means.length; k++) {
      double deviation = above[k] - means[k];
      assertThat(deviation).isPositive();
      double sum = 0;
      double squares = 0;
      for (double value : drawn[k]) {
        double away = value - means[k];
        sum += away;
        squares += away * away;
      }
      assertThat(sum / DRAWS).isCloseTo(0, within(4 * deviation / Math.sqrt(DRAWS)));
      assertThat(Math.sqrt(squares / DRAWS)).isCloseTo(deviation, within(.05 * deviation));
    }
  }
}
