package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final int[] CHOSEN = {0, 1};
  private static final double[] REWARDS = {1, 0};
  private static final double[] PROPENSITIES = {.5, .25};
  private static final double[][] PROBABILITIES = {{.5, .5}, {.2, .3, .5}};

  private static void assertRefused(Runnable making, String message) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static void assertRoundRefused(
      int chosen, double reward, double propensity, double[] probabilities, String message) {
    assertRefused(
        () ->
            Rounds.of(
                new int[] {0, chosen},
                new double[] {1, reward},
                new double[] {.5, propensity},
                new double[][] {{.5, .5}, probabilities}),
        message + " in round 1");
  }

  @Test
  void slates_may_differ_in_size() {
    Rounds rounds = Rounds.of(CHOSEN, REWARDS, PROPENSITIES, PROBABILITIES);

    assertThat(rounds.size()).isEqualTo(2);
    assertThat(rounds.all().get(1)).isEqualTo(Round.of(1, 0, .25, .2, .3, .5));
    assertThat(rounds.expecting(new double[][] {{1, 0}, {3, 2, 1}}).all().get(1))
        .isEqualTo(Round.of(1, 0, .25, .2, .3, .5).expecting(3, 2, 1));
  }

  @Test
  void a_change_of_the_given_arrays_does_not_show() {
    double[] probabilities = {.5, .5};
    Round round = Round.of(0, 1, .5, probabilities);
    probabilities[0] = 7;

    assertThat(round).isEqualTo(Round.of(0, 1, .5, .5, .5));
  }

  @Test
  void a_round_that_breaks_a_rule_is_named() {
    double[] even = {.5, .5};

    assertRoundRefused(2, 0, .5, even, "a chosen action must be 0 to 1 but was 2");
    assertRoundRefused(-1, 0, .5, even, "a chosen action must be 0 to 1 but was -1");
    assertRoundRefused(0, Double.NaN, .5, even, "a reward must be finite but was NaN");
    assertRoundRefused(0, 0, 0, even, "a propensity must be in (0, 1] but was 0.0");
    assertRoundRefused(0, 0, 1.5, even, "a propensity must be in (0, 1] but was 1.5");
    assertRoundRefused(0, 0, Double.NaN, even, "a propensity must be in (0, 1] but was NaN");
    assertRoundRefused(
        0, 0, .5, new double[] {-.5, 1.5}, "a probability must be at least 0 but was -0.5");
    assertRoundRefused(
        0, 0, .5, new double[] {.5, .25}, "probabilities must sum to 1 but was 0.75");
    assertRoundRefused(
        0, 0, .5, new double[] {Double.NaN, .25}, "column values must be finite but one was NaN");
    assertRoundRefused(
        0, 0, .5, new double[0], "a round must have at least one action but has none");
  }

  @Test
  void probabilities_may_be_off_by_a_rounding_error() {
    assertThat(Round.of(0, 0, .5, .5, .5 + 9e-7).probabilities().size()).isEqualTo(2);
    assertThatThrownBy(() -> Round.of(0, 0, .5, .5, .5 + 2e-6))
        .hasMessageStartingWith("probabilities must sum to 1 but was 1.00000");
  }

  @Test
  void columns_are_of_one_length() {
    assertRefused(
        () -> Rounds.of(CHOSEN, new double[1], PROPENSITIES, PROBABILITIES),
        "rewards must be as many as the rounds, 2, but were 1");
    assertRefused(
        () -> Rounds.of(CHOSEN, REWARDS, new double[3], PROBABILITIES),
        "propensities must be as many as the rounds, 2, but were 3");
    assertRefused(
        () -> Rounds.of(CHOSEN, REWARDS, PROPENSITIES, new double[0][]),
        "probabilities must be as many as the rounds, 2, but were 0");
    assertRefused(
        () -> Rounds.of(CHOSEN, REWARDS, PROPENSITIES, PROBABILITIES).expecting(new double[1][2]),
        "a model's rewards must be as many as the rounds, 2, but were 1");
  }

  @Test
  void a_model_has_a_reward_for_every_action_of_every_round() {
    Rounds rounds = Rounds.of(CHOSEN, REWARDS, PROPENSITIES, PROBABILITIES);
    Round round = Round.of(0, 1, .5, .5, .5);

    assertRefused(
        () -> rounds.expecting(new double[][] {{1, 0}, {3, 2}}),
        "a model's rewards must be as many as the probabilities, 3, but were 2 in round 1");
    assertRefused(
        () -> rounds.expecting(new double[][] {{1, 0}, {}}),
        "a model's rewards must be as many as the probabilities, 3, but were 0 in round 1");
    assertRefused(
        () -> rounds.expecting(new double[][] {{1, Double.POSITIVE_INFINITY}, {3, 2, 1}}),
        "column values must be finite but one was Infinity in round 0");
    assertRefused(
        () -> new Rounds(List.of(round.expecting(1, 0), round)),
        "a reward model must be in every round or in none but is not so in round 1");
  }

  @Test
  void there_is_at_least_one_round() {
    assertRefused(() -> new Rounds(List.of()), "there must be at least one round but was none");
  }
}
