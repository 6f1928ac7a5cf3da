package net.alogins.oo.example;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.Experience.Corrected;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;

/** A policy of one's own: the kind that earns most on average, and one draw in ten for all. */
public final class KindCounts implements SharedPolicy<double[]> {

  private static final double SPREAD = 0.1;

  @Override
  public String name() {
    return "kind-counts";
  }

  /** A count and a sum of rewards for each kind; a state is never changed once it is made. */
  @Override
  public double[] initial(FeatureSchema schema, RewardRange range) {
    return new double[2 * schema.indicesOf(List.of("kind")).length];
  }

  @Override
  public Ranking rank(double[] state, Slate slate, RandomGenerator random) {
    int n = slate.size();
    int[] kinds = slate.schema().indicesOf(List.of("kind"));
    double[] scores = new double[n];
    double[] propensities = new double[n];
    for (int i = 0; i < n; i++) {
      int kind = kindOf(slate, i, kinds);
      scores[i] = state[2 * kind + 1] / (state[2 * kind] + 1);
      propensities[i] = SPREAD / n;
    }
    int best = IntStream.range(0, n).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
    propensities[best] += 1 - SPREAD;
    return Ranking.of(scores, propensities);
  }

  private static int kindOf(Slate slate, int index, int[] kinds) {
    double[] row = new double[slate.schema().width()];
    slate.schema().expand(slate, index, row);
    return IntStream.range(0, kinds.length).filter(k -> row[kinds[k]] != 0).findFirst().orElse(0);
  }

  @Override
  public double[] learn(double[] state, List<Experience> batch) {
    double[] next = state.clone();
    for (Experience experience : batch) {
      Slate chosen = experience.occasion().chosen();
      int kind = kindOf(chosen, 0, chosen.schema().indicesOf(List.of("kind")));
      if (experience instanceof First first) {
        add(next, kind, 1, first.reward());
      } else if (experience instanceof Corrected corrected) {
        add(next, kind, -1, corrected.was().reward());
        corrected.now().ifPresent(reward -> add(next, kind, 1, reward));
      }
    }
    return next;
  }

  private static void add(double[] state, int kind, int weight, Reward reward) {
    state[2 * kind] += weight;
    state[2 * kind + 1] += weight * reward.value();
  }

  @Override
  public List<Contribution> explain(double[] state, Slate slate, int index) {
    return List.of();
  }

  @Override
  public void write(double[] state, DataOutput out) throws IOException {
    for (double value : state) {
      out.writeDouble(value);
    }
  }

  @Override
  public double[] read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    double[] state = initial(schema, range);
    for (int i = 0; i < state.length; i++) {
      state[i] = in.readDouble();
    }
    return state;
  }
}
