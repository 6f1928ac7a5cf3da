package net.alogins.oo.benchmarks.tipsim;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import net.alogins.oo.benchmarks.NamedPolicy;
import net.alogins.oo.habits.Habits;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policies.simulation.Player;
import net.alogins.oo.policies.simulation.Result;
import net.alogins.oo.policies.simulation.TipSim;
import net.alogins.oo.policy.Features;

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

  /** At the end of a policy's name: it sees what people lately did, too. */
  private static final String HABITS = "-habits";

  /** One of those above, or a {@linkplain Policies#named policy of oO}. */
  static Contender named(String name) {
    return OTHERS.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseGet(() -> embedded(name));
  }

  private static Contender embedded(String name) {
    if (!name.endsWith(HABITS)) {
      return embedded(NamedPolicy.of(name));
    }
    String plain = name.substring(0, name.length() - HABITS.length());
    return embedded(NamedPolicy.of(plain), name, habits -> habits.features(ChoreFeatures.all()));
  }

  private static Contender embedded(NamedPolicy policy) {
    return embedded(policy, policy.name(), habits -> ChoreFeatures.all());
  }

  private static Contender embedded(
      NamedPolicy policy, String name, Function<Habits, Features> sight) {
    return new Contender(
        name,
        (world, seed) -> {
          try (Embedded player = new Embedded(policy.policy(), seed, sight)) {
            return world.play(player);
          }
        });
  }

  private static Contender player(String name, IntFunction<Player> player) {
    return new Contender(name, (world, seed) -> world.play(player.apply(seed)));
  }
}
