package net.alogins.oo.simulator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * A policy whose state is the number of rewards and the sum of a 64-bit hash of each with its
 * decision: equal sums are equal rewards, in whatever order they were learned and corrected.
 */
final class Summing implements SharedPolicy<Summing.Sum> {

  /** The state. */
  record Sum(long count, long hash) {

    private static final Sum NOTHING = new Sum(0, 0);

    private Sum plus(Choice choice, double reward) {
      return new Sum(count + 1, hash + mixed(choice, reward));
    }

    private Sum minus(Choice choice, double reward) {
      return new Sum(count - 1, hash - mixed(choice, reward));
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(Choice choice, double reward) {
      long z = choice.user().value().hashCode() * 0x9e3779b97f4a7c15L;
      z = (z ^ choice.at().toEpochMilli()) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27) ^ choice.chosen().key().hashCode()) * 0x94d049bb133111ebL;
      z = (z ^ (z >>> 31) ^ Double.doubleToLongBits(reward)) * 0xbf58476d1ce4e5b9L;
      return z ^ (z >>> 29);
    }
  }

  private Sum written = Sum.NOTHING;

  /** The sum of {@code rewards}. */
  static Sum of(Map<Choice, Double> rewards) {
    Sum sum = Sum.NOTHING;
    for (Map.Entry<Choice, Double> reward : rewards.entrySet()) {
      sum = sum.plus(reward.getKey(), reward.getValue());
    }
    return sum;
  }

  /** The state that was last written. */
  Sum written() {
    return written;
  }

  @Override
  public String name() {
    return "summing";
  }

  @Override
  public Sum initial(FeatureSchema schema, RewardRange range) {
    return Sum.NOTHING;
  }

  @Override
  public Ranking rank(Sum state, Slate slate, RandomGenerator random) {
    return Remembering.uniform(slate);
  }

  @Override
  public Sum learn(Sum state, List<Experience> batch) {
    Sum next = state;
    for (Experience experience : batch) {
      Choice choice = Choice.of(experience.occasion().chosen());
      if (experience instanceof First first) {
        next = next.plus(choice, first.reward().value());
      } else if (experience instanceof Corrected corrected) {
        next = next.minus(choice, corrected.was().reward().value());
        if (corrected.now().isPresent()) {
          next = next.plus(choice, corrected.now().get().value());
        }
      }
    }
    return next;
  }

  @Override
  public void write(Sum state, DataOutput out) throws IOException {
    written = state;
    out.writeLong(state.count());
    out.writeLong(state.hash());
  }

  @Override
  public Sum read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return new Sum(in.readLong(), in.readLong());
  }
}
