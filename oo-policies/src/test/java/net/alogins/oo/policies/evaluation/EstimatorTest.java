package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EstimatorTest {

  private static final int REPLICATIONS = 400;

  static Stream<Estimator> unbiased() {
    return Stream.of(Estimator.ips(), Estimator.dr());
  }

  static Stream<Estimator> weighted() {
    return Stream.of(Estimator.ips(), Estimator.snips(), Estimator.dr(), Estimator.sndr());
  }

  private static Estimate figures(Estimator estimator, Rounds rounds) {
    return estimator.evaluate(rounds).figures();
  }

  private static List<Estimate> replications(Estimator estimator) {
    return IntStream.range(0, REPLICATIONS)
        .mapToObj(seed -> figures(estimator, Casino.play(400, seed)))
        .toList();
  }

  /** The log's own policy, with slates of two to six actions and rewards of any size. */
  private static Rounds logging() {
    SplittableRandom random = new SplittableRandom(5);
    return new Rounds(
        IntStream.range(0, 300)
            .mapToObj(
                i -> {
                  int actions = 2 + i % 5;
                  int chosen = random.nextInt(actions);
                  double[] probabilities = random.doubles(actions, .1, 1).toArray();
                  double sum = Moments.sum(probabilities);
                  for (int a = 0; a < actions; a++) {
                    probabilities[a] /= sum;
                  }
                  return Round.of(
                      chosen, random.nextDouble(-3, 9), probabilities[chosen], probabilities);
                })
            .toList());
  }

  @Test
  void the_logging_policy_earns_what_it_earned() {
    Rounds rounds = logging();
    double mean = Moments.mean(rounds.all().stream().mapToDouble(Round::reward).toArray());

    for (Estimator estimator : List.of(Estimator.ips(), Estimator.snips())) {
      Estimate estimate = estimator.evaluate(rounds).estimate().orElseThrow();

      assertThat(estimate.value()).isEqualTo(mean);
      assertThat(estimate.weights()).hasValue(new Weights(300, 1, 1, 0));
    }
  }

  @ParameterizedTest
  @MethodSource("unbiased")
  void unbiased_estimators_are_right_on_average(Estimator estimator) {
    Moments values =
        Moments.of(replications(estimator).stream().mapToDouble(Estimate::value).toArray());

    assertThat(values.mean()).isCloseTo(Casino.value(), within(3 * values.standardError()));
    assertThat(values.standardError()).isLessThan(.004);
  }

  @ParameterizedTest
  @MethodSource("weighted")
  void intervals_contain_the_true_value_nineteen_times_in_twenty(Estimator estimator) {
    long containing =
        replications(estimator).stream()
            .filter(estimate -> estimate.interval().contains(Casino.value()))
            .count();

    assertThat((double) containing / REPLICATIONS).isBetween(.92, .98);
  }

  @Test
  void a_useful_model_narrows_the_interval() {
    Rounds rounds = Casino.play(2000, 1);

    assertThat(figures(Estimator.dr(), rounds).standardError())
        .isLessThan(.9 * figures(Estimator.ips(), rounds).standardError());
  }

  @Test
  void estimators_meet_where_their_parameters_end() {
    Rounds rounds = Casino.play(500, 2);
    Estimate ips = figures(Estimator.ips(), rounds);
    Estimate dr = figures(Estimator.dr(), rounds);
    Estimate dm = figures(Estimator.dm(), rounds);

    assertThat(figures(Estimator.clippedIps(1e6), rounds).value()).isEqualTo(ips.value());
    assertThat(figures(Estimator.subGaussianIps(0), rounds).value()).isEqualTo(ips.value());
    assertThat(figures(Estimator.subGaussianDr(0), rounds).value()).isEqualTo(dr.value());
    assertThat(figures(Estimator.switchDr(1e6), rounds).value()).isEqualTo(dr.value());
    assertThat(figures(Estimator.switchDr(1e-6), rounds).value()).isEqualTo(dm.value());
    assertThat(figures(Estimator.shrunkDr(1e15), rounds).value())
        .isCloseTo(dr.value(), within(1e-9));
    assertThat(figures(Estimator.shrunkDr(1e-15), rounds).value())
        .isCloseTo(dm.value(), within(1e-9));
  }

  @Test
  void a_model_that_expects_nothing_changes_nothing() {
    Rounds rounds = Casino.play(500, 3);
    Rounds expectingNothing = rounds.expecting(new double[500][4]);

    assertThat(figures(Estimator.dr(), expectingNothing).value())
        .isEqualTo(figures(Estimator.ips(), rounds).value());
    assertThat(figures(Estimator.sndr(), expectingNothing).value())
        .isEqualTo(figures(Estimator.snips(), rounds).value());
    assertThat(figures(Estimator.dm(), expectingNothing).value()).isZero();
  }

  @Test
  void self_normalised_values_stay_among_the_rewards() {
    Rounds rounds = Casino.weighing(3, 0, .5, 2.5, 1);

    assertThat(figures(Estimator.snips(), rounds).value()).isCloseTo(1, within(1e-15));
    assertThat(figures(Estimator.ips(), rounds).value()).isCloseTo(1.4, within(1e-15));
  }

  @Test
  void weights_are_described_before_they_are_changed() {
    Rounds rounds = Casino.weighing(4, 0, 2, 2);
    Weights weights = figures(Estimator.clippedIps(1), rounds).weights().orElseThrow();

    assertThat(weights.effectiveSampleSize()).isCloseTo(64. / 24, within(1e-12));
    assertThat(weights.largest()).isEqualTo(4);
    assertThat(weights.mean()).isEqualTo(2);
    assertThat(weights.meanError()).isCloseTo(StrictMath.sqrt(8. / 3 / 4), within(1e-12));
    assertThat(figures(Estimator.clippedIps(1), rounds).value()).isEqualTo(.75);
  }

  @Test
  void the_direct_method_says_that_it_uses_no_weights() {
    Estimate estimate = Estimator.dm().evaluate(Casino.play(500, 4)).estimate().orElseThrow();

    assertThat(estimate.weights()).isEmpty();
    assertThat(estimate.effectiveSampleSize()).isEqualTo(500);
    assertThat(estimate.inWords()).contains("500 rounds, no weights");
  }

  @Test
  void an_estimate_can_be_read() {
    Rounds rounds = Casino.weighing(4, 0, 2, 2);

    assertThat(figures(Estimator.ips(), rounds).inWords())
        .isEqualTo(
            "ips 2.0000, 95 % from 0.3997 to 3.6003, 4 rounds, "
                + "effectively 2.7, weights 2.000 on average, at most 4.000");
  }

  @Test
  void an_interval_of_rare_rewards_is_rough() {
    Estimate rare = figures(Estimator.ips(), onPolicy(400, 20));
    Estimate less = figures(Estimator.ips(), onPolicy(800, 40));

    assertThat(rare.skewness()).isCloseTo(.9 / StrictMath.sqrt(.0475), within(1e-12));
    assertThat(rare.isRough()).isTrue();
    assertThat(rare.inWords()).startsWith("ips 0.0500, roughly 95 % from 0.0286 to 0.0714");
    assertThat(less.isRough()).isFalse();
  }

  private static Rounds onPolicy(int rounds, int rewards) {
    return new Rounds(
        IntStream.range(0, rounds)
            .mapToObj(i -> Round.of(0, i < rewards ? 1 : 0, .5, .5, .5))
            .toList());
  }

  @Test
  void an_estimator_that_needs_a_model_asks_for_one() {
    Rounds rounds = Casino.weighing(1, 1);

    for (Estimator estimator : List.of(Estimator.dm(), Estimator.dr(), Estimator.switchDr(5))) {
      assertThatThrownBy(() -> estimator.evaluate(rounds))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the rounds must have a reward model's values for " + estimator + " but have none");
    }
  }

  @Test
  void parameters_have_a_range() {
    assertThatThrownBy(() -> Estimator.clippedIps(0))
        .hasMessage("most must be above 0 and finite but was 0.0");
    assertThatThrownBy(() -> Estimator.switchDr(Double.POSITIVE_INFINITY))
        .hasMessage("most must be above 0 and finite but was Infinity");
    assertThatThrownBy(() -> Estimator.shrunkDr(Double.NaN))
        .hasMessage("lambda must be above 0 and finite but was NaN");
    assertThatThrownBy(() -> Estimator.subGaussianIps(1))
        .hasMessage("lambda must be in [0, 1) but was 1.0");
    assertThatThrownBy(() -> Estimator.subGaussianDr(-.1))
        .hasMessage("lambda must be in [0, 1) but was -0.1");
    assertThat(Estimator.clippedIps(10).name()).isEqualTo("clipped-ips-10.0");
  }
}
