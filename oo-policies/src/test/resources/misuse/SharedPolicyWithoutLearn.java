// compiler.err.does.not.override.abstract: a policy learns
package misuse;

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

final class SharedPolicyWithoutLearn implements SharedPolicy<Integer> { // wrong
// right: final class SharedPolicyWithoutLearn implements SharedPolicy<Integer> {

  // right: @Override
  // right: public Integer learn(Integer state, List<Experience> batch) {
  // right:   return state + batch.size();
  // right: }

  @Override
  public String name() {
    return "unteachable";
  }

  @Override
  public Integer initial(FeatureSchema schema, RewardRange range) {
    return 0;
  }

  @Override
  public Ranking rank(Integer state, Slate slate, RandomGenerator random) {
    double[] probabilities = new double[slate.size()];
    probabilities[0] = 1;
    return Ranking.of(probabilities, probabilities);
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
