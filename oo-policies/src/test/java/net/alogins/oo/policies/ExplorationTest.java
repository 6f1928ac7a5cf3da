package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.policy.Ranking;
import org.junit.jupiter.api.Test;

class ExplorationTest {

  /**
   * Independent candidates.
   *
   * @param means of each
   * @param deviations of each
   * @param rows that were learned
   */
  private record Independent(DoubleColumn means, DoubleColumn deviations, long rows)
      implements Belief {

    @Override
    public DoubleColumn bounds(double alpha) {
      DoubleColumn.Builder bounds = DoubleColumn.builder(means.size());
      for (int i = 0; i < bounds.size(); i++) {
        bounds.set(i, means.get(i) + alpha * deviations.get(i));
      }
      return bounds.build();
    }

    @Override
    public float[] draws(double alpha, int count, RandomGenerator random) {
      float[] draws = new float[means.size() * count];
      for (int i = 0; i < draws.length; i++) {
        draws[i] = (float) (alpha * deviations.get(i / count) * Normal.next(random));
      }
      return draws;
    }
  }

  private static final Belief BELIEF = belief(100, .5, .9, .9, .1);

  private static Belief belief(long rows, double... means) {
    double[] deviations = new double[means.length];
    Arrays.setAll(deviations, i -> i + 1);
    return new Independent(DoubleColumn.of(means), DoubleColumn.of(deviations), rows);
  }

  private static RandomGenerator random() {
    return new SplittableRandom(1);
  }

  private static double[] propensities(Exploration exploration, Belief belief) {
    Ranking ranking = exploration.rank(belief, random());
    double[] propensities = new double[ranking.size()];
    Arrays.setAll(propensities, ranking.propensities()::get);
    return propensities;
  }

  @Test
  void greedy_shares_among_the_best() {
    assertThat(propensities(Exploration.greedy(), BELIEF)).containsExactly(0, .5, .5, 0);
  }

  @Test
  void epsilon_is_spread_over_all() {
    assertThat(propensities(Exploration.epsilonGreedy(.2), BELIEF))
        .containsExactly(new double[] {.05, .45, .45, .05}, within(1e-15));
  }

  @Test
  void an_upper_bound_is_so_many_deviations_up() {
    Ranking ranking = Exploration.upperBound(.5).rank(BELIEF, random());

    assertThat(ranking.propensities().get(2)).isEqualTo(1);
    assertThat(ranking.scores().get(3)).isEqualTo(.1 + .5 * 4);
    assertThat(Exploration.upperBound(0).rank(BELIEF, random()))
        .isEqualTo(Exploration.greedy().rank(BELIEF, random()));
  }

  /** With gamma 3 and 100 rows a gap of 0.4 weighs 12. */
  @Test
  void inverse_gaps_leave_the_rest_to_the_best() {
    double[] propensities = propensities(Exploration.inverseGap(3), BELIEF);

    double[] others = {1 / (4 + 30 * .4), 0, 1 / 4., 1 / (4 + 30 * .8)};
    others[1] = 1 - others[0] - others[2] - others[3];
    assertThat(propensities).containsExactly(others, within(1e-15));
    assertThat(propensities(Exploration.inverseGap(0), BELIEF)).containsExactly(.25, .25, .25, .25);
    assertThat(propensities(Exploration.inverseGap(1e9), belief(100, 1, 0))[1])
        .isEqualTo(Ranking.SMALLEST);
  }

  /** Of two independent normal draws the probability that one is larger is known. */
  @Test
  void votes_are_as_often_as_draws_are_best() {
    Belief two = belief(100, .5, .4);

    double[] shares = propensities(Exploration.thompson(.1, 100_000), two);

    double apart = .1 / (.1 * Math.sqrt(1 + 4));
    assertThat(shares[0]).isCloseTo(0.5 + area(apart), within(.006));
    assertThat(shares[0] + shares[1]).isEqualTo(1);
    assertThat(propensities(Exploration.thompson(0, 7), two)).containsExactly(1, 0);
  }

  /** Of the standard normal density, from 0 to {@code z}, by the midpoint rule. */
  private static double area(double z) {
    double area = 0;
    for (int i = 0; i < 1_000; i++) {
      double x = (i + .5) * z / 1_000;
      area += Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * z / 1_000;
    }
    return area;
  }

  @Test
  void a_floor_is_kept_by_whatever_is_below_it() {
    for (Exploration exploration :
        new Exploration[] {
          Exploration.greedy(),
          Exploration.upperBound(1),
          Exploration.thompson(.1, 3),
          Exploration.inverseGap(1e6)
        }) {
      double[] propensities = propensities(exploration.withFloor(.08), BELIEF);

      assertThat(Arrays.stream(propensities).min().orElseThrow()).isGreaterThanOrEqualTo(.02);
      assertThat(Arrays.stream(propensities).sum()).isCloseTo(1, within(1e-12));
      assertThat(exploration.rank(BELIEF, random()).scores())
          .isEqualTo(exploration.withFloor(.08).rank(BELIEF, random()).scores());
    }
    assertThat(propensities(Exploration.greedy().withFloor(1), BELIEF))
        .containsExactly(.25, .25, .25, .25);
  }

  /** What n candidates need to have the smallest probability each. */
  @Test
  void a_floor_is_raised_for_very_many() {
    double[] means = new double[100_000];
    means[0] = 1;

    double[] propensities = propensities(Exploration.greedy().withFloor(.001), belief(1, means));

    assertThat(propensities[1]).isEqualTo(Ranking.SMALLEST);
  }

  @Test
  void names_say_what_it_does() {
    assertThat(Exploration.greedy().withFloor(0)).hasToString("greedy");
    assertThat(Exploration.epsilonGreedy(.1)).hasToString("greedy-floor-0.1");
    assertThat(Exploration.upperBound(.1).withFloor(.02)).hasToString("upper-bound-0.1-floor-0.02");
    assertThat(Exploration.thompson(.1, 64)).hasToString("thompson-0.1-64");
    assertThat(Exploration.inverseGap(10)).hasToString("inverse-gap-10.0");
  }

  @Test
  void what_it_is_made_of_is_checked() {
    for (double wrong : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> Exploration.epsilonGreedy(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("epsilon must be above 0, at most 1 but was " + wrong);
    }
    assertThatThrownBy(() -> Policies.linUcb(-1, 0))
        .hasMessage("alpha must be 0 or more, finite, but was -1.0");
    assertThatThrownBy(() -> Policies.linUcb(.1, 1.5))
        .hasMessage("a floor must be 0 to 1 but was 1.5");
    assertThatThrownBy(() -> Exploration.inverseGap(Double.POSITIVE_INFINITY))
        .hasMessage("gamma must be 0 or more, finite, but was Infinity");
    assertThatThrownBy(() -> Exploration.thompson(Double.NaN, 1))
        .hasMessage("scale must be 0 or more, finite, but was NaN");
    assertThatThrownBy(() -> Exploration.thompson(1e7, 64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scale must be at most 1,000,000 but was 1.0E7");
    assertThatThrownBy(() -> Exploration.thompson(1, 0))
        .hasMessage("votes must be 1 to 100000 but were 0");
  }
}
