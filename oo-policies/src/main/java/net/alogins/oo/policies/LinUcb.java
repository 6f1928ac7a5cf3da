package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import net.alogins.oo.id.CandidateId;
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
 * Chu, Langford and Schapire 2010, algorithm 1).
 *
 * <p>Where the schema crosses a block with the arm, each candidate id has a regression of its own,
 * on the full row; at most {@value #MOST_ARMS}, those that come later share one. Else one
 * regression is that of all candidates.
 */
final class LinUcb implements SharedPolicy<LinUcb.State>, Additive<LinUcb.State> {

  static final int MOST_ARMS = 1_000;

  /** Of all candidates, or of those that have no own. */
  private static final String REST = "";

  /**
   * What was learned.
   *
   * @param schema what the columns mean
   * @param range what rewards are scaled by
   * @param arms by the candidate's id, as text; whoever is not among them is as if unseen
   */
  record State(FeatureSchema schema, RewardRange range, Map<String, Ridge> arms) {

    Ridge of(String arm) {
      Ridge known = arms.get(arm);
      return known == null ? Ridge.empty(schema.width()) : known;
    }

    /** The name under which {@code candidate} is learned. */
    String arm(CandidateId candidate) {
      String own = candidate.source() + "/" + candidate.key();
      boolean isOwn = schema.hasArms() && (arms.containsKey(own) || arms.size() < MOST_ARMS);
      return isOwn ? own : REST;
    }
  }

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
    return new State(schema, range, Map.of());
  }

  @Override
  public Ranking rank(State state, Slate slate, RandomGenerator random) {
    double[] scores = new double[slate.size()];
    double[] row = new double[slate.schema().width()];
    Ridge unseen = Ridge.empty(row.length);
    for (int i = 0; i < scores.length; i++) {
      slate.schema().expand(slate, i, row);
      Ridge arm = state.arms().getOrDefault(state.arm(slate.candidates().get(i)), unseen);
      scores[i] = arm.mean(row) + alpha * StrictMath.sqrt(arm.variance(row));
    }
    return Exploration.floored(scores, floor);
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
    String arm = state.arm(experience.occasion().chosen().candidates().get(0));
    Ridge.Learning learning = state.of(arm).learning();
    if (experience instanceof First first) {
      learning.row(row, range.scale(first.reward()), 1);
    } else if (experience instanceof Corrected corrected) {
      learning.row(row, range.scale(corrected.was().reward()), -1);
      corrected.now().ifPresent(now -> learning.row(row, range.scale(now), 1));
    }
    Map<String, Ridge> arms = new HashMap<>(state.arms());
    arms.put(arm, learning.done());
    return new State(state.schema(), range, arms);
  }

  @Override
  public State merge(State a, State b) {
    Map<String, Ridge> arms = new HashMap<>(a.arms());
    b.arms().forEach((name, arm) -> arms.merge(name, arm, Ridge::plus));
    return new State(a.schema(), a.range(), arms);
  }

  @Override
  public List<Contribution> explain(State state, Slate slate, int index) {
    String arm = state.arm(slate.candidates().get(index));
    return Linear.contributions(state.of(arm).weights(), slate, index);
  }

  @Override
  public void write(State state, DataOutput out) throws IOException {
    out.writeInt(state.arms().size());
    for (Map.Entry<String, Ridge> arm : new TreeMap<>(state.arms()).entrySet()) {
      out.writeUTF(arm.getKey());
      arm.getValue().write(out);
    }
  }

  @Override
  public State read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    Map<String, Ridge> arms = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      arms.put(in.readUTF(), Ridge.read(in));
    }
    return new State(schema, range, arms);
  }
}
