package net.alogins.oo.benchmarks.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTest {

  private static final double[] SCORES = {.1, .4, .4, .8, .9, .4, .2, .7, .5, .5};
  private static final double[] REWARDS = {0, -.4, 1, 1, 1, 0, 0, -.4, 1, 0};

  private static Verdicts verdicts(double[] scores, double[] rewards) {
    boolean[] done = new boolean[rewards.length];
    for (int i = 0; i < done.length; i++) {
      done[i] = rewards[i] == 1;
    }
    return new Verdicts(scores, rewards, done);
  }

  /** Those of SciPy 1.17.1 (spearmanr) and scikit-learn 1.9.1. */
  @Test
  void each_comes_to_what_other_programs_come_to() {
    Map<Measure, Double> theirs =
        Map.of(
            Measure.SPEARMAN, 0.35575623676894264,
            Measure.AUC, 0.8125,
            Measure.KAPPA, 0.4,
            Measure.BRIER, 0.177);

    theirs.forEach(
        (measure, value) ->
            assertThat(measure.of(verdicts(SCORES, REWARDS)))
                .as(measure.title())
                .isCloseTo(value, within(1e-12)));
  }

  @Test
  void one_who_says_the_same_of_all_comes_to_what_a_constant_is_said_to() {
    double[] same = new double[REWARDS.length];
    Arrays.fill(same, .4);
    Verdicts constant = verdicts(same, REWARDS);

    assertThat(Measure.SPEARMAN.of(constant)).isNaN();
    for (Measure measure : Measure.values()) {
      if (measure != Measure.SPEARMAN) {
        assertThat(measure.of(constant))
            .as(measure.title())
            .isCloseTo(measure.ofConstant(constant), within(1e-12));
      }
    }
  }

  @Test
  void where_all_or_none_are_done_there_is_nothing_to_tell_apart() {
    for (double reward : new double[] {0, 1}) {
      double[] same = new double[SCORES.length];
      Arrays.fill(same, reward);

      assertThat(Measure.AUC.of(verdicts(SCORES, same))).isNaN();
      assertThat(Measure.SPEARMAN.of(verdicts(SCORES, same))).isNaN();
    }
  }

  @Test
  void what_is_equal_shares_the_mean_of_its_ranks() {
    assertThat(Ranks.of(new double[] {3, 1, 3, 2, 3})).containsExactly(4, 1, 4, 2, 4);
    assertThat(Ranks.of(new double[] {0., -0., -1})).containsExactly(2.5, 2.5, 1);
    assertThat(Ranks.of(new double[0])).isEmpty();
  }
}
