package net.alogins.oo.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/** A shadow for tests: the last candidate is certain. */
class Backwards implements SharedPolicy<Integer> {

  @Override
  public String name() {
    return "shadow";
  }

  @Override
  public Integer initial(FeatureSchema schema, RewardRange range) {
    return 0;
  }

  @Override
  public Ranking rank(Integer state, Slate slate, RandomGenerator random) {
    double[] propensities = new double[slate.size()];
    propensities[slate.size() - 1] = 1;
    return Ranking.of(propensities, propensities);
  }

  @Override
  public Integer learn(Integer state, List<Experience> batch) {
    return state + batch.size();
  }

  @Override
  public List<Contribution> explain(Integer state, Slate slate, int index) {
    return List.of();
  }

  @Override
  public void write(Integer state, DataOutput out) {}

  @Override
  public Integer read(FeatureSchema schema, RewardRange range, DataInput in) {
    return 0;
  }
}
