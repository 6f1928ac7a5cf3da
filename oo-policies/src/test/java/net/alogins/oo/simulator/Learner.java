package net.alogins.oo.simulator;

import java.util.List;
import java.util.function.Supplier;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Policy;

/**
 * How a simulated recommender learns.
 *
 * @param policies makes its policy anew for each process
 * @param isPicky whether that refuses {@linkplain Choice#isPoison poison}
 * @param isShadowed whether another policy ranks and learns behind the path
 */
record Learner(Supplier<Policy<?>> policies, boolean isPicky, boolean isShadowed) {

  private static final int KINDS = 6;
  private static final int SHADOWED_ONE_IN = 4;

  /** The one of the life that {@code seed} has. */
  static Learner of(long seed) {
    boolean isShadowed = seed / KINDS % SHADOWED_ONE_IN == 0;
    return switch ((int) Math.floorMod(seed, (long) KINDS)) {
      case 0 -> new Learner(Remembering::everything, false, isShadowed);
      case 1 -> new Learner(Remembering::picky, true, isShadowed);
      case 2 -> new Learner(Diaries::new, true, isShadowed);
      case 3 -> new Learner(() -> Policies.epsilonGreedy(0.1), false, isShadowed);
      default -> new Learner(Policies::standard, false, isShadowed);
    };
  }

  Policy<?> policy() {
    return policies.get();
  }

  /** The policies behind the path. */
  List<Policy<?>> shadows() {
    return isShadowed ? List.of(Policies.epsilonGreedy(0.3)) : List.of();
  }
}
