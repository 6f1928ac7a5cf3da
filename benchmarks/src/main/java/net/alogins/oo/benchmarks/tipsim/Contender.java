package net.alogins.oo.benchmarks.tipsim;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policies.simulation.Player;
import net.alogins.oo.policies.simulation.Result;
import net.alogins.oo.policies.simulation.TipSim;
import net.alogins.oo.policy.Policy;

/**
 * Who plays. Policies of oO are asked through a recommender, as a host would.
 *
 * @param name in tables
 * @param game how they play
 */
record Contender(String name, Game game) {

  /** One life of a world. */
  interface Game {
    Result play(TipSim world, int seed);
  }

  static final Contender STANDARD = embedded("standard", Policies::standard);
  static final Contender TWO_STAGE = player("two-stage", seed -> new TwoStage());
  static final Contender PRIORITY_RULE = player("priority-rule", PriorityRule::new);
  static final Contender CHANCE = player("chance", Chance::new);
  static final Contender ORACLE = new Contender("oracle", (world, seed) -> world.playOracle());

  static final List<Contender> ALL =
      List.of(
          STANDARD,
          embedded("epsilon-greedy", () -> Policies.epsilonGreedy(.05)),
          embedded("uniform", Policies::uniform),
          TWO_STAGE,
          PRIORITY_RULE,
          CHANCE,
          ORACLE);

  private static Contender embedded(String name, Supplier<Policy<?>> policy) {
    return new Contender(
        name,
        (world, seed) -> {
          try (Embedded player = new Embedded(policy.get(), seed)) {
            return world.play(player);
          }
        });
  }

  private static Contender player(String name, IntFunction<Player> player) {
    return new Contender(name, (world, seed) -> world.play(player.apply(seed)));
  }
}
