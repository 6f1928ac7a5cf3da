package net.alogins.oo.benchmarks.hot;

import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * One policy and what it has learned. One thread may rank and another learn: as in a recommender,
 * who ranks sees one state or the next.
 */
final class Play<S> {

  private static final RewardRange RANGE = new RewardRange(0, 1);

  private final SharedPolicy<S> policy;
  private final List<Slate> slates;
  private volatile S state;
  private int ranked;
  private int learned;

  Play(SharedPolicy<S> policy, List<Slate> slates) {
    this.policy = policy;
    this.slates = slates;
    this.state = policy.initial(slates.get(0).schema(), RANGE);
  }

  private Slate slate(int turn) {
    return slates.get(turn % slates.size());
  }

  /** Ranks and draws. */
  int rank(SplittableRandom random) {
    Ranking ranking = policy.rank(state, slate(ranked++), random);
    double left = random.nextDouble();
    int drawn = 0;
    while (left >= ranking.propensities().get(drawn) && drawn < ranking.size() - 1) {
      left -= ranking.propensities().get(drawn++);
    }
    return drawn;
  }

  /** Learns so many rows at once. */
  S learn(int rows, SplittableRandom random) {
    Experience[] batch = new Experience[rows];
    for (int i = 0; i < rows; i++) {
      Slate slate = slate(learned++);
      int chosen = random.nextInt(slate.size());
      Reward reward = new Reward(Slates.reward(slate, chosen, random));
      batch[i] = new First(new Occasion(slate.only(chosen), 1. / slate.size()), reward);
    }
    S next = policy.learn(state, List.of(batch));
    state = next;
    return next;
  }
}
