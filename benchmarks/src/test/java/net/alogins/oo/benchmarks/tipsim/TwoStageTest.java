package net.alogins.oo.benchmarks.tipsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.alogins.oo.policies.simulation.Scenario;
import net.alogins.oo.policies.simulation.TipSim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peer is the one that was measured elsewhere: the same worlds, the same figures. */
class TwoStageTest {

  @ParameterizedTest
  @CsvSource({"static, .2134", "delay, .2095", "delay+shift+walk, .2004"})
  void it_earns_what_it_earned_elsewhere(String name, double value) {
    Scenario scenario =
        Scenario.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();

    double mean =
        IntStream.rangeClosed(1, 3)
            .mapToDouble(seed -> new TipSim(scenario, seed).play(new TwoStage()).all().mean())
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(value, within(5e-5));
  }
}
