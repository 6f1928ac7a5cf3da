package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/** A policy that learns nothing. */
abstract class Fixed implements SharedPolicy<Fixed.Nothing> {

  /** The state of a policy without one. */
  record Nothing() {}

  @Override
  public Nothing initial(FeatureSchema schema, RewardRange range) {
    return new Nothing();
  }

  @Override
  public Nothing learn(Nothing state, List<Experience> batch) {
    return state;
  }

  @Override
  public List<Contribution> explain(Nothing state, Slate slate, int index) {
    return List.of();
  }

  @Override
  public void write(Nothing state, DataOutput out) {}

  @Override
  public Nothing read(FeatureSchema schema, RewardRange range, DataInput in) {
    return new Nothing();
  }
}
