package net.alogins.oo.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * A policy whose state is the reward of each decision as it stands now; it refuses to learn a
 * decision twice and to correct what it did not learn. The first candidate is certain.
 */
final class Remembering implements SharedPolicy<Map<String, Double>> {

  @Override
  public String name() {
    return "remembering";
  }

  @Override
  public Map<String, Double> initial(FeatureSchema schema, RewardRange range) {
    return Map.of();
  }

  @Override
  public Ranking rank(Map<String, Double> state, Slate slate, RandomGenerator random) {
    double[] propensities = new double[slate.size()];
    propensities[0] = 1;
    return Ranking.of(propensities, propensities);
  }

  @Override
  public Map<String, Double> learn(Map<String, Double> state, List<Experience> batch) {
    Map<String, Double> next = new TreeMap<>(state);
    for (Experience experience : batch) {
      String decision = decision(experience.occasion());
      if (experience instanceof First first) {
        require(!next.containsKey(decision));
        next.put(decision, first.reward().value());
      } else if (experience instanceof Corrected corrected) {
        require(next.remove(decision, corrected.was().reward().value()));
        corrected.now().ifPresent(now -> next.put(decision, now.value()));
      }
    }
    return Map.copyOf(next);
  }

  private static String decision(Occasion occasion) {
    Slate slate = occasion.chosen();
    return slate.user() + " " + slate.at() + " " + slate.candidates();
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a decision must be learned once and corrected after that");
    }
  }

  @Override
  public List<Contribution> explain(Map<String, Double> state, Slate slate, int index) {
    return List.of();
  }

  @Override
  public void write(Map<String, Double> state, DataOutput out) throws IOException {
    for (Map.Entry<String, Double> entry : new TreeMap<>(state).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue());
    }
  }

  @Override
  public Map<String, Double> read(FeatureSchema schema, RewardRange range, DataInput in) {
    throw new UnsupportedOperationException("nobody reads this state");
  }
}
