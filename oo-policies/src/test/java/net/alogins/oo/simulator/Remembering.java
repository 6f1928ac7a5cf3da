package net.alogins.oo.simulator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * A policy whose state is the reward of each decision; it refuses to learn one twice and to correct
 * what it did not learn so. It shows what it last wrote.
 */
final class Remembering implements SharedPolicy<Map<Choice, Double>> {

  private final boolean isPicky;
  private Map<Choice, Double> written = Map.of();

  private Remembering(boolean isPicky) {
    this.isPicky = isPicky;
  }

  /** One that learns every reward. */
  static Remembering everything() {
    return new Remembering(false);
  }

  /** One that refuses {@linkplain Choice#isPoison poison}. */
  static Remembering picky() {
    return new Remembering(true);
  }

  /** The state that was last written. */
  Map<Choice, Double> written() {
    return written;
  }

  @Override
  public String name() {
    return "remembering";
  }

  @Override
  public Map<Choice, Double> initial(FeatureSchema schema, RewardRange range) {
    return Map.of();
  }

  @Override
  public Ranking rank(Map<Choice, Double> state, Slate slate, RandomGenerator random) {
    return uniform(slate);
  }

  /** No candidate is better than another. */
  static Ranking uniform(Slate slate) {
    double[] propensities = new double[slate.size()];
    Arrays.fill(propensities, 1.0 / slate.size());
    return Ranking.of(new double[slate.size()], propensities);
  }

  @Override
  public Map<Choice, Double> learn(Map<Choice, Double> state, List<Experience> batch) {
    Map<Choice, Double> next = new HashMap<>(state);
    for (Experience experience : batch) {
      Choice choice = Choice.of(experience.occasion().chosen());
      if (experience instanceof First first) {
        require(next.put(choice, taken(choice, first.reward())) == null);
      } else if (experience instanceof Corrected corrected) {
        require(next.remove(choice, corrected.was().reward().value()));
        corrected.now().ifPresent(now -> next.put(choice, taken(choice, now)));
      }
    }
    return Collections.unmodifiableMap(next);
  }

  private double taken(Choice choice, Reward reward) {
    if (isPicky && choice.isPoison(reward.value())) {
      throw new IllegalArgumentException("poison");
    }
    return reward.value();
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a decision must be learned once and corrected after that");
    }
  }

  @Override
  public void write(Map<Choice, Double> state, DataOutput out) throws IOException {
    written = state;
    Choice.write(state, out);
  }

  @Override
  public Map<Choice, Double> read(FeatureSchema schema, RewardRange range, DataInput in)
      throws IOException {
    return Choice.read(in);
  }
}
