package net.alogins.oo.benchmarks.tipsim;

import net.alogins.oo.Stores;
import net.alogins.oo.benchmarks.NamedPolicy;
import net.alogins.oo.policies.simulation.Scenario;
import net.alogins.oo.policies.simulation.TipSim;
import net.alogins.oo.reaction.RewardRule;

/**
 * What is left of a life in a synthetic world: a log like any other, of people who are invented.
 *
 * @param stores what was kept, in memory
 * @param rule what reactions were worth
 */
public record Lived(Stores stores, RewardRule rule) {

  /** The life of {@code seed}, with a policy that is asked as a host asks it. */
  public static Lived with(NamedPolicy policy, Scenario scenario, int seed) {
    try (Embedded player = new Embedded(policy.policy(), seed, habits -> ChoreFeatures.all())) {
      new TipSim(scenario, seed).play(player);
      return new Lived(player.stores(), Embedded.WORTH);
    }
  }
}
