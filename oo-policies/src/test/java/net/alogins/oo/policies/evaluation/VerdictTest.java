package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static String reason(Estimator estimator, Rounds rounds) {
    Verdict verdict = estimator.evaluate(rounds);
    assertThat(verdict.estimate()).isEmpty();
    return ((Verdict.Hopeless) verdict).reason();
  }

  @Test
  void two_rounds_that_bear_all_the_weight_are_refused() {
    double[] weights = new double[10_000];
    weights[0] = 5000;
    weights[9] = 5000;

    assertThat(reason(Estimator.ips(), Casino.weighing(weights)))
        .isEqualTo("an estimate must rest on at least 50 rounds but rests on 2.0 of 10000");
    assertThat(reason(Estimator.clippedIps(10), Casino.weighing(weights))).contains("2.0 of 10000");
  }

  @Test
  void choices_that_the_log_does_not_have_are_refused() {
    assertThat(reason(Estimator.snips(), Casino.weighing(new double[50])))
        .isEqualTo("an interval must have a width but all rounds say the same");
    assertThat(Estimator.snips().evaluate(Casino.weighing(0, 0)).figures().value()).isZero();
  }

  @Test
  void a_log_without_a_reward_is_refused() {
    Rounds rounds = Casino.paying(0, Casino.play(500, 1));

    assertThat(reason(Estimator.ips(), rounds))
        .isEqualTo("an interval must have a width but all rounds say the same");
    assertThat(reason(Estimator.snips(), Casino.paying(1, Casino.play(500, 1))))
        .isEqualTo("an interval must have a width but all rounds say the same");
  }

  @Test
  void half_of_the_policy_missing_in_the_log_is_refused() {
    double[] weights = new double[1000];
    Arrays.fill(weights, .5);
    weights[0] = 0;

    assertThat(reason(Estimator.ips(), Casino.weighing(weights)))
        .startsWith("the mean weight must be 1 but was 0.4995, with a standard error of 0.0005");
  }

  @Test
  void wrong_propensities_are_refused() {
    Rounds rounds = Casino.play(2000, 1);

    assertThat(Estimator.dr().evaluate(rounds)).isInstanceOf(Verdict.Reliable.class);
    assertThat(reason(Estimator.dr(), Casino.misreported(rounds, .7)))
        .contains("propensities are wrong");
  }

  @Test
  void right_propensities_are_hardly_ever_refused() {
    long refused =
        IntStream.range(0, 1000)
            .filter(seed -> Estimator.ips().evaluate(Casino.play(200, seed)).estimate().isEmpty())
            .count();

    assertThat(refused).isZero();
  }

  @Test
  void propensities_may_be_rounded() {
    assertThat(Estimator.ips().evaluate(alike(100, 1.0005)).estimate()).isPresent();
    assertThat(reason(Estimator.ips(), alike(100, 1.002))).contains("but was 1.0020");
  }

  @Test
  void fifty_equal_rounds_are_enough_and_fewer_are_not() {
    assertThat(Estimator.ips().evaluate(alike(50, 1)).estimate()).isPresent();
    assertThat(reason(Estimator.ips(), alike(49, 1))).contains("49.0 of 49");
    assertThat(reason(Estimator.dm(), Casino.play(49, 1))).contains("49.0 of 49");
  }

  /** Rounds of one weight, every other with a reward. */
  private static Rounds alike(int count, double weight) {
    double propensity = .5 / weight;
    return new Rounds(
        IntStream.range(0, count).mapToObj(i -> Round.of(0, i % 2, propensity, .5, .5)).toList());
  }

  @Test
  void one_round_knows_no_error() {
    Verdict verdict = Estimator.ips().evaluate(Casino.weighing(1));

    assertThat(verdict.estimate()).isEmpty();
    assertThat(verdict.figures().value()).isEqualTo(1);
    assertThat(verdict.figures().standardError()).isInfinite();
    assertThat(verdict.figures().interval().contains(1e300)).isTrue();
  }

  @Test
  void a_value_that_is_no_number_is_refused() {
    Rounds rounds =
        Rounds.of(
            new int[] {0},
            new double[] {1},
            new double[] {Double.MIN_VALUE},
            new double[][] {{.5, .5}});

    assertThat(reason(Estimator.ips(), rounds)).startsWith("a value must be finite but was");
  }
}
