package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
 * A {@link Ridge} regression, the same for everybody, where the schema says so one for each arm.
 */
final class SharedLinear implements SharedPolicy<SharedLinear.State>, Additive<SharedLinear.State> {

  /**
   * What was learned.
   *
   * @param range what rewards are scaled by
   * @param features what is seen beside the columns, if anything
   * @param unseen a regression without rows
   * @param arms those with rows
   */
  record State(
      RewardRange range, Optional<RandomFeatures> features, Supplier<Ridge> unseen, Arms arms) {

    private Ridge arm(Slate slate, int index) {
      return arms.of(arms.name(slate.candidates().get(index)), unseen);
    }

    private UnaryOperator<double[]> lens() {
      return features.isEmpty() ? Rows.FULL : features.get()::behind;
    }

    private State with(First experience, int weight) {
      String name = arms.name(experience.occasion().candidate());
      double[] row = lens().apply(experience.occasion().row());
      double value = range.scale(experience.reward());
      Ridge next = arms.of(name, unseen).learning().row(row, value, weight).done();
      return new State(range, features, unseen, arms.with(name, next));
    }
  }

  private final String name;
  private final boolean hasFeatures;
  private final Exploration exploration;

  private SharedLinear(String name, boolean hasFeatures, Exploration exploration) {
    this.name = name + "-" + exploration.name();
    this.hasFeatures = hasFeatures;
    this.exploration = exploration;
  }

  static SharedLinear of(Exploration exploration) {
    return new SharedLinear("linear", false, exploration);
  }

  static SharedLinear withRandomFeatures(Exploration exploration) {
    return new SharedLinear("random-features", true, exploration);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public State initial(FeatureSchema schema, RewardRange range) {
    return state(schema, range, Arms.none(schema));
  }

  private State state(FeatureSchema schema, RewardRange range, Arms arms) {
    Optional<RandomFeatures> features =
        hasFeatures ? Optional.of(RandomFeatures.of(schema.width())) : Optional.empty();
    int width = schema.width() + features.map(RandomFeatures::count).orElse(0);
    Ridge unseen = Ridge.empty(width);
    return new State(range, features, () -> unseen, arms);
  }

  @Override
  public Ranking rank(State state, Slate slate, RandomGenerator random) {
    Belief belief = state.arms().belief(slate, state.lens(), state.unseen());
    return exploration.rank(belief, random);
  }

  @Override
  public State learn(State state, List<Experience> batch) {
    State next = state;
    for (Experience experience : batch) {
      if (experience instanceof First first) {
        next = next.with(first, 1);
      } else if (experience instanceof Corrected corrected) {
        next = next.with(corrected.was(), -1);
        if (corrected.now().isPresent()) {
          next = next.with(new First(corrected.occasion(), corrected.now().get()), 1);
        }
      }
    }
    return next;
  }

  @Override
  public State merge(State a, State b) {
    return new State(a.range(), a.features(), a.unseen(), a.arms().plus(b.arms()));
  }

  @Override
  public List<Contribution> explain(State state, Slate slate, int index) {
    return hasFeatures
        ? List.of()
        : new Contributions(state.arm(slate, index).weights(), slate, index);
  }

  @Override
  public void write(State state, DataOutput out) throws IOException {
    state.arms().write(out);
  }

  @Override
  public State read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return state(schema, range, Arms.read(schema, in));
  }
}
