package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Additive;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/**
 * Ridge regression on full rows, the same for everybody, and the best candidate but for {@code
 * epsilon} (Sutton and Barto 2018, section 2.4).
 */
final class EpsilonGreedy
    implements SharedPolicy<EpsilonGreedy.State>, Additive<EpsilonGreedy.State> {

  /** What was learned, and the range that rewards are scaled by. */
  record State(Ridge ridge, RewardRange range) {}

  private final double epsilon;

  EpsilonGreedy(double epsilon) {
    if (!(epsilon > 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be above 0, at most 1 but was " + epsilon);
    }
    this.epsilon = epsilon;
  }

  @Override
  public String name() {
    return "epsilon-greedy-" + epsilon;
  }

  @Override
  public State initial(FeatureSchema schema, RewardRange range) {
    return new State(Ridge.empty(schema.width()), range);
  }

  @Override
  public Ranking rank(State state, Slate slate, RandomGenerator random) {
    return Exploration.floored(Linear.scores(state.ridge().weights(), slate), epsilon);
  }

  @Override
  public State learn(State state, List<Experience> batch) {
    Ridge.Learning learning = state.ridge().learning();
    for (Experience experience : batch) {
      double[] row = experience.occasion().row();
      if (experience instanceof First first) {
        learning.row(row, state.range().scale(first.reward()), 1);
      } else if (experience instanceof Corrected corrected) {
        learning.row(row, state.range().scale(corrected.was().reward()), -1);
        corrected.now().ifPresent(now -> learning.row(row, state.range().scale(now), 1));
      }
    }
    return new State(learning.done(), state.range());
  }

  @Override
  public State merge(State a, State b) {
    return new State(a.ridge().plus(b.ridge()), a.range());
  }

  @Override
  public List<Contribution> explain(State state, Slate slate, int index) {
    return Linear.contributions(state.ridge().weights(), slate, index);
  }

  @Override
  public void write(State state, DataOutput out) throws IOException {
    state.ridge().write(out);
  }

  @Override
  public State read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return new State(Ridge.read(in), range);
  }
}
