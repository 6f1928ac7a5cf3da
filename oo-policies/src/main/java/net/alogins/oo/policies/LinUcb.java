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
 * The largest upper confidence bound of a ridge regression: {@code x' w + alpha sqrt(x' P x)} (Li,
 * Chu, Langford and Schapire 2010, algorithm 1), where the schema says so one for each arm.
 */
final class LinUcb implements SharedPolicy<LinUcb.State>, Additive<LinUcb.State> {

  /**
   * What was learned.
   *
   * @param range what rewards are scaled by
   * @param unseen a regression without rows
   * @param arms those with rows
   */
  record State(RewardRange range, Ridge unseen, Arms arms) {}

  private final double alpha;
  private final double floor;

  LinUcb(double alpha, double floor) {
    if (!(alpha >= 0 && Double.isFinite(alpha))) {
      throw new IllegalArgumentException("alpha must be 0 or more, finite, but was " + alpha);
    }
    this.alpha = alpha;
    this.floor = Exploration.requireFloor(floor);
  }

  @Override
  public String name() {
    return "linucb-" + alpha + "-" + floor;
  }

  @Override
  public State initial(FeatureSchema schema, RewardRange range) {
    return new State(range, Ridge.empty(schema.width()), Arms.none(schema));
  }

  @Override
  public Ranking rank(State state, Slate slate, RandomGenerator random) {
    double[] scores = new double[slate.size()];
    double[] row = new double[slate.schema().width()];
    for (int i = 0; i < scores.length; i++) {
      slate.schema().expand(slate, i, row);
      Ridge arm = arm(state, slate, i);
      scores[i] = arm.mean(row) + alpha * StrictMath.sqrt(arm.variance(row));
    }
    return Exploration.floored(scores, floor);
  }

  private static Ridge arm(State state, Slate slate, int index) {
    return state.arms().of(state.arms().name(slate.candidates().get(index)), state::unseen);
  }

  @Override
  public State learn(State state, List<Experience> batch) {
    State next = state;
    for (Experience experience : batch) {
      next = learned(next, experience);
    }
    return next;
  }

  private static State learned(State state, Experience experience) {
    double[] row = experience.occasion().row();
    RewardRange range = state.range();
    String arm = state.arms().name(experience.occasion().candidate());
    Ridge.Learning learning = state.arms().of(arm, state::unseen).learning();
    if (experience instanceof First first) {
      learning.row(row, range.scale(first.reward()), 1);
    } else if (experience instanceof Corrected corrected) {
      learning.row(row, range.scale(corrected.was().reward()), -1);
      corrected.now().ifPresent(now -> learning.row(row, range.scale(now), 1));
    }
    return new State(range, state.unseen(), state.arms().with(arm, learning.done()));
  }

  @Override
  public State merge(State a, State b) {
    return new State(a.range(), a.unseen(), a.arms().plus(b.arms()));
  }

  @Override
  public List<Contribution> explain(State state, Slate slate, int index) {
    return Linear.contributions(arm(state, slate, index).weights(), slate, index);
  }

  @Override
  public void write(State state, DataOutput out) throws IOException {
    state.arms().write(out);
  }

  @Override
  public State read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return new State(range, Ridge.empty(schema.width()), Arms.read(schema, in));
  }
}
