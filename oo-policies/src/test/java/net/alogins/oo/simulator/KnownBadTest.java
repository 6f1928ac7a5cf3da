package net.alogins.oo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A store that does what no store may is found out, so the simulation looks where it should. */
class KnownBadTest {

  private static final int SEEDS = 40;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void a_store_with_a_flaw_is_found_out(Flaw flaw) {
    Optional<Violation> found = Optional.empty();
    long seed = 0;
    try (Alarms alarms = Alarms.listening()) {
      while (found.isEmpty() && seed < SEEDS) {
        found = violation(++seed, flaw, alarms);
      }
    }
    System.out.printf(
        "known bad: %s within %d seeds: %s%n",
        flaw, seed, found.map(Violation::getMessage).orElse("not found").lines().findFirst().get());
    assertThat(found).as("a violation by a store that %s", flaw).isPresent();
  }

  private static Optional<Violation> violation(long seed, Flaw flaw, Alarms alarms) {
    try {
      new Simulation(seed, flaw, alarms, new Trace(false)).run();
      return Optional.empty();
    } catch (Violation violation) {
      return Optional.of(violation);
    }
  }
}
