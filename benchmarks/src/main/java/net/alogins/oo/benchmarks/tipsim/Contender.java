package net.alogins.oo.benchmarks.tipsim;

import java.util.List;
import java.util.function.IntFunction;
import net.alogins.oo.benchmarks.NamedPolicy;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policies.simulation.Player;
import net.alogins.oo.policies.simulation.Result;
import net.alogins.oo.policies.simulation.TipSim;

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

  static final Contender STANDARD = embedded(NamedPolicy.of("standard"));
  static final Contender TWO_STAGE = player("two-stage", seed -> new TwoStage());
  static final Contender PRIORITY_RULE = player("priority-rule", PriorityRule::new);
  static final Contender CHANCE = player("chance", Chance::new);
  static final Contender ORACLE = new Contender("oracle", (world, seed) -> world.playOracle());

  private static final List<Contender> OTHERS =
      List.of(STANDARD, TWO_STAGE, PRIORITY_RULE, CHANCE, ORACLE);

  /** One of those above, or a {@linkplain Policies#named policy of oO}. */
  static Contender named(String name) {
    return OTHERS.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseGet(() -> embedded(NamedPolicy.of(name)));
  }

  private static Contender embedded(NamedPolicy policy) {
    return new Contender(
        policy.name(),
        (world, seed) -> {
          try (Embedded player = new Embedded(policy.policy(), seed)) {
            return world.play(player);
          }
        });
  }

  private static Contender player(String name, IntFunction<Player> player) {
    return new Contender(name, (world, seed) -> world.play(player.apply(seed)));
  }
}
