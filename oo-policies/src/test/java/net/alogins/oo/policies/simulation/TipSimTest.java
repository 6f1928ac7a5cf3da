package net.alogins.oo.policies.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The world is the one that was measured before: the figures are those of another program. */
class TipSimTest {

  private static Scenario scenario(String name) {
    return Scenario.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static double mean(ToDoubleFunction<Integer> ofSeed) {
    return IntStream.rangeClosed(1, 3).mapToDouble(ofSeed::applyAsDouble).average().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "static, 0.24683666666666668, 0.21186666666666665",
    "delay, 0.24883333333333332, 0.20940000000000003",
    "delay+shift+walk, 0.25428999999999996, 0.20293333333333333"
  })
  void an_oracle_earns_what_it_earned_elsewhere(String name, double value, double dismissed) {
    Scenario scenario = scenario(name);

    double mean = mean(seed -> new TipSim(scenario, seed).playOracle().all().mean());
    double share =
        mean(
            seed -> {
              Result result = new TipSim(scenario, seed).playOracle();
              return (double) result.dismissed() / result.all().tips();
            });

    assertThat(mean).isCloseTo(value, within(1e-5));
    assertThat(share).isCloseTo(dismissed, within(1e-4));
  }

  @Test
  void an_oracle_is_the_best_everywhere() {
    Result result = new TipSim(Scenario.DRIFT, 1).playOracle();

    assertThat(result.all().norm()).isEqualTo(1);
    assertThat(result.best()).isEqualTo(result.all().tips());
    assertThat(result.closedLoop(new TipSim(Scenario.DRIFT, 1).play(new First()), result))
        .isEqualTo(1);
  }

  @Test
  void the_same_seed_makes_the_same_world() {
    Result one = new TipSim(Scenario.JOIN, 7).play(new First());

    assertThat(new TipSim(Scenario.JOIN, 7).play(new First())).isEqualTo(one);
    assertThat(new TipSim(Scenario.JOIN, 8).play(new First())).isNotEqualTo(one);
  }

  @Test
  void those_who_join_are_counted_apart() {
    Result result = new TipSim(Scenario.JOIN, 1).play(new First());

    assertThat(result.joined()).hasSize(4);
    assertThat(result.joined().get(0).tips()).isEqualTo(30L * 5);
    assertThat(result.joined().get(1).tips()).isEqualTo(30L * 15);
  }

  @Test
  void a_world_is_lived_once() {
    TipSim world = new TipSim(Scenario.ALONE, 1);
    world.play(new First());

    assertThatThrownBy(() -> world.play(new First())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void silence_is_known_a_day_later() {
    List<Double> delays = new ArrayList<>();
    new TipSim(Scenario.ALONE, 3)
        .play(
            new First() {
              @Override
              public void hear(Tip tip, Outcome outcome, double hours) {
                if (outcome == Outcome.IGNORED) {
                  delays.add(hours - tip.moment().hours());
                }
              }
            });

    assertThat(delays).isNotEmpty().allSatisfy(d -> assertThat(d).isCloseTo(24, within(1e-9)));
  }

  /** Takes the first chore, and learns nothing. */
  private static class First implements Player {

    @Override
    public int choose(long number, int person, Moment moment, List<Chore> chores) {
      return 0;
    }

    @Override
    public void hear(Tip tip, Outcome outcome, double hours) {}
  }
}
