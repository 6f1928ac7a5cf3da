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
        .isEqualTo("an estimate must rest on at least 30 rounds but rests on 2.0 of 10000");
    assertThat(reason(Estimator.clippedIps(10), Casino.weighing(weights))).contains("2.0 of 10000");
  }

  @Test
  void choices_that_the_log_does_not_have_are_refused() {
    assertThat(reason(Estimator.snips(), Casino.weighing(new double[50])))
        .isEqualTo("an estimate must rest on at least 30 rounds but rests on 0.0 of 50");
    assertThat(Estimator.snips().evaluate(Casino.weighing(0, 0)).figures().value()).isZero();
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
    double[] weights = new double[100];
    Arrays.fill(weights, 1.0005);

    assertThat(Estimator.ips().evaluate(Casino.weighing(weights)).estimate()).isPresent();
  }

  @Test
  void thirty_equal_rounds_are_enough_and_fewer_are_not() {
    double[] weights = new double[30];
    Arrays.fill(weights, 1);

    assertThat(Estimator.ips().evaluate(Casino.weighing(weights)).estimate()).isPresent();
    assertThat(reason(Estimator.ips(), Casino.weighing(Arrays.copyOf(weights, 29))))
        .contains("29.0 of 29");
    assertThat(reason(Estimator.dm(), Casino.play(29, 1))).contains("29.0 of 29");
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
