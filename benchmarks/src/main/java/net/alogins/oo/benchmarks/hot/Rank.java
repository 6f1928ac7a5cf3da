package net.alogins.oo.benchmarks.hot;

import java.util.SplittableRandom;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.SharedPolicy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ranks rows that are in memory, and draws; or learns of one. */
@State(Scope.Thread)
public class Rank {

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
}
