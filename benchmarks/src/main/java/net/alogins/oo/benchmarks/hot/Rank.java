package net.alogins.oo.benchmarks.hot;

import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ranks rows that are in memory, and draws; or learns of one. */
@State(Scope.Thread)
public class Rank {

  private static final RewardRange RANGE = new RewardRange(0, 1);
  private static final int LEARNED = 200;

  /** How many rows are learned at once. */
  static final int BATCH = 16;

  /** Which policy. */
  @Param({"linear-inverse-gap-1000.0"})
  public String policy = "";

  /** How many rows. */
  @Param("10")
  public int candidates;

  /** How many columns each. */
  @Param("16")
  public int columns;

  private final SplittableRandom random = new SplittableRandom(2);
  private Play<?> play = new Play<>(uniform(), Slates.of(1, 1));

  /** Made by JMH. */
  public Rank() {}

  private static SharedPolicy<?> uniform() {
    return Policies.uniform();
  }

  /** Learns a little. */
  @Setup
  public void learnSome() {
    play = new Play<>((SharedPolicy<?>) Policies.named(policy), Slates.of(candidates, columns));
    for (int i = 0; i < LEARNED; i++) {
      play.learn(1, random);
    }
  }

  /** Ranks and draws. */
  @Benchmark
  public int rank() {
    return play.rank(random);
  }

  /** Learns one row. */
  @Benchmark
  public Object learn() {
    return play.learn(1, random);
  }

  /** Learns sixteen rows at once. */
  @Benchmark
  public Object learnBatch() {
    return play.learn(BATCH, random);
  }

  /** One policy and what it has learned. */
  private static final class Play<S> {

    private final SharedPolicy<S> policy;
    private final List<Slate> slates;
    private S state;
    private int played;

    Play(SharedPolicy<S> policy, List<Slate> slates) {
      this.policy = policy;
      this.slates = slates;
      this.state = policy.initial(slates.get(0).schema(), RANGE);
    }

    private Slate next() {
      return slates.get(played++ % slates.size());
    }

    int rank(SplittableRandom random) {
      Ranking ranking = policy.rank(state, next(), random);
      double left = random.nextDouble();
      int drawn = 0;
      while (left >= ranking.propensities().get(drawn) && drawn < ranking.size() - 1) {
        left -= ranking.propensities().get(drawn++);
      }
      return drawn;
    }

    S learn(int rows, SplittableRandom random) {
      Experience[] batch = new Experience[rows];
      for (int i = 0; i < rows; i++) {
        Slate slate = next();
        int chosen = random.nextInt(slate.size());
        Reward reward = new Reward(Slates.reward(slate, chosen, random));
        batch[i] = new First(new Occasion(slate.only(chosen), 1. / slate.size()), reward);
      }
      state = policy.learn(state, List.of(batch));
      return state;
    }
  }
}
