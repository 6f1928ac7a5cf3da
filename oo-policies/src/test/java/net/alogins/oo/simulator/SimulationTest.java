package net.alogins.oo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The invariants hold, whatever happens. {@code -Doo.seeds=N} lives N lives (1,000), {@code
 * -Doo.seed=S} only that of one seed, and prints it.
 */
class SimulationTest {

  private static final int SEEDS = Integer.getInteger("oo.seeds", 1_000);
  private static final int TWICE = 10;

  private final Alarms alarms = Alarms.listening();

  @AfterEach
  void listenNoMore() {
    alarms.close();
  }

  @Test
  void no_seed_violates_an_invariant() {
    Long only = Long.getLong("oo.seed");
    if (only != null) {
      replay(only);
      return;
    }
    Report report = new Report();
    for (long seed = 1; seed <= SEEDS; seed++) {
      report.add(live(seed, new Trace(false)));
    }
    System.out.println("simulator: trace " + report.hash());
    System.out.println(report);
    if (SEEDS >= 1_000) {
      assertThat(report.faults()).containsOnlyKeys(Fault.values());
    }
  }

  private void replay(long seed) {
    Trace trace = new Trace(true);
    try {
      live(seed, trace);
    } finally {
      trace.lines().forEach(System.out::println);
    }
  }

  private Simulation.Result live(long seed, Trace trace) {
    Simulation.Result result = new Simulation(seed, Flaw.NONE, alarms, trace).run();
    assertThat(result.operations()).as("operations of seed %d", seed).isGreaterThanOrEqualTo(200);
    assertThat(result.crashes()).as("crashes of seed %d", seed).isGreaterThanOrEqualTo(2);
    return result;
  }

  @Test
  void the_same_seed_lives_the_same_life() {
    for (long seed = 1; seed <= TWICE; seed++) {
      assertThat(live(seed, new Trace(false))).isEqualTo(live(seed, new Trace(false)));
    }
  }
}
