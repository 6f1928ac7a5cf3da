package net.alogins.oo.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * A policy for tests of what surrounds it: the scores are given by candidate key, the best is
 * certain, and it remembers what it was taught.
 */
public final class ScriptedPolicy implements SharedPolicy<List<Experience>> {

  private final Map<String, Double> scores;

  private ScriptedPolicy(Map<String, Double> scores) {
    this.scores = Map.copyOf(scores);
  }

  /** A policy with these scores by candidate key; a key without one scores 0. */
  public static ScriptedPolicy scoring(Map<String, Double> scores) {
    return new ScriptedPolicy(scores);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public List<Experience> initial(FeatureSchema schema, RewardRange range) {
    return List.of();
  }

  @Override
  public Ranking rank(List<Experience> state, Slate slate, RandomGenerator random) {
    double[] given =
        slate.candidates().stream().mapToDouble(c -> scores.getOrDefault(c.key(), 0.0)).toArray();
    int best = 0;
    for (int i = 1; i < given.length; i++) {
      best = given[i] > given[best] ? i : best;
    }
    double[] propensities = new double[given.length];
    propensities[best] = 1;
    return Ranking.of(given, propensities);
  }

  @Override
  public List<Experience> learn(List<Experience> state, List<Experience> batch) {
    List<Experience> more = new ArrayList<>(state);
    more.addAll(batch);
    return List.copyOf(more);
  }

  @Override
  public List<Contribution> explain(List<Experience> state, Slate slate, int index) {
    return List.of();
  }

  @Override
  public void write(List<Experience> state, DataOutput out) throws IOException {
    out.writeInt(state.size());
  }

  @Override
  public List<Experience> read(FeatureSchema schema, RewardRange range, DataInput in) {
    return List.of();
  }
}
