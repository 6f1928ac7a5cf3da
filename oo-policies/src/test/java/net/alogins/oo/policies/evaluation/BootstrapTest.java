package net.alogins.oo.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static Interval interval(Estimator estimator, Rounds rounds, long seed) {
    return estimator.evaluate(rounds, new Bootstrap(1000, seed)).figures().interval();
  }

  @Test
  void the_same_seed_gives_the_same_interval() {
    Rounds rounds = Casino.play(200, 1);

    assertThat(interval(Estimator.ips(), rounds, 7))
        .isEqualTo(interval(Estimator.ips(), rounds, 7))
        .isNotEqualTo(interval(Estimator.ips(), rounds, 8));
  }

  @Test
  void it_is_close_to_the_normal_interval_of_many_rounds() {
    Rounds rounds = Casino.play(2000, 1);

    for (Estimator estimator : List.of(Estimator.snips(), Estimator.dm(), Estimator.dr())) {
      Interval normal = estimator.evaluate(rounds).figures().interval();
      Interval drawn = interval(estimator, rounds, 3);

      assertThat(drawn.lower()).isCloseTo(normal.lower(), within(.1 * normal.width()));
      assertThat(drawn.upper()).isCloseTo(normal.upper(), within(.1 * normal.width()));
    }
  }

  @Test
  void it_changes_nothing_but_the_interval() {
    Rounds rounds = Casino.play(200, 2);
    Estimate normal = Estimator.sndr().evaluate(rounds).figures();
    Estimate drawn = Estimator.sndr().evaluate(rounds, new Bootstrap(100, 1)).figures();

    assertThat(drawn).usingRecursiveComparison().ignoringFields("interval").isEqualTo(normal);
  }

  @Test
  void a_replicate_is_normalised_anew() {
    double[] weights = IntStream.range(0, 50).mapToDouble(i -> i % 3).toArray();
    Interval certain = interval(Estimator.snips(), Casino.weighing(weights), 1);

    assertThat(certain.lower()).isCloseTo(1, within(1e-12));
    assertThat(certain.width()).isLessThan(1e-12);
  }

  @Test
  void it_contains_the_true_value_nineteen_times_in_twenty() {
    long containing =
        IntStream.range(0, 200)
            .filter(
                seed ->
                    Estimator.snips()
                        .evaluate(Casino.play(200, seed), new Bootstrap(100, seed))
                        .figures()
                        .interval()
                        .contains(Casino.value()))
            .count();

    assertThat(containing / 200.).isBetween(.9, .99);
  }

  @Test
  void a_few_replicates_are_too_few() {
    assertThatThrownBy(() -> new Bootstrap(99, 1))
        .hasMessage("bootstrap replicates must be at least 100 but were 99");
  }

  @Test
  void any_statistic_of_what_was_drawn_has_an_interval() {
    double[] values = IntStream.range(0, 400).mapToDouble(i -> i % 20).toArray();
    Interval drawn =
        new Bootstrap(1000, 1)
            .interval(
                400,
                places -> IntStream.of(places).mapToDouble(i -> values[i]).average().orElse(0));

    assertThat(drawn.contains(9.5)).isTrue();
    assertThat(drawn.width()).isCloseTo(2 * 1.96 * 5.766 / 20, within(.1));
  }

  @Test
  void draws_that_say_nothing_are_left_out() {
    Bootstrap bootstrap = new Bootstrap(1000, 1);
    Interval some = bootstrap.interval(2, places -> places[0] == 0 ? Double.NaN : 1);

    assertThat(some).isEqualTo(new Interval(1, 1));
    assertThat(bootstrap.interval(2, places -> Double.NaN).lower()).isNaN();
    assertThat(bootstrap.interval(2, places -> Double.NaN).upper()).isNaN();
  }
}
