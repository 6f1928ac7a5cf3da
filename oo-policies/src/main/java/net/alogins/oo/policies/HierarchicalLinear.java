package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import net.alogins.oo.policy.Absorbed;
import net.alogins.oo.policy.Additive;
import net.alogins.oo.policy.Contribution;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.PersonalPolicy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.policy.Whitened;

/**
 * One linear model of everybody and each person's deviations from it, estimated jointly.
 *
 * <p>The model is {@code reward = x' beta + x_P' delta_u + noise}, with ridge penalties 1 on beta
 * (about the prior's means) and mu on each person's delta (about 0): the best linear unbiased
 * prediction of a mixed model (Henderson 1975). {@link Own} clears each row of the person's part,
 * so that the shared state is a plain sum of rows and can forget anybody exactly. One person moves
 * the shared weights by at most mu's worth of information.
 */
final class HierarchicalLinear
    implements PersonalPolicy<HierarchicalLinear.Shared, HierarchicalLinear.Mine>,
        Additive<HierarchicalLinear.Shared> {

  private static final double MU = 10;

  /** The blocks in which people may differ from each other. */
  private static final List<String> PERSONAL =
      List.of("usual", "kind", "duration", "hour×kind", "hour×duration");

  /** What the columns mean to this policy. */
  private static final class Frame {

    private final RewardRange range;
    private final int[] personal;
    private final double[] prior;

    Frame(FeatureSchema schema, RewardRange range, Prior prior) {
      this.range = range;
      this.personal = schema.indicesOf(PERSONAL);
      this.prior = prior.weights(schema);
    }
  }

  /** What is known of everybody. */
  record Shared(Frame frame, Ridge ridge) {}

  /** One person's own effects. */
  record Mine(Frame frame, Own own) {}

  private final String name;
  private final double floor;
  private final Prior prior;

  HierarchicalLinear(String name, double floor, Prior prior) {
    this.name = name;
    this.floor = floor;
    this.prior = prior;
  }

  @Override
  public String name() {
    return name;
  }

  private Frame frame(FeatureSchema schema, RewardRange range) {
    return new Frame(schema, range, prior);
  }

  @Override
  public Shared initial(FeatureSchema schema, RewardRange range) {
    return new Shared(frame(schema, range), Ridge.empty(schema.width()));
  }

  @Override
  public Mine newcomer(FeatureSchema schema, RewardRange range) {
    Frame frame = frame(schema, range);
    return new Mine(frame, Own.newcomer(frame.personal.length, schema.width(), MU));
  }

  @Override
  public Absorbed<Mine> absorb(Mine mine, First experience) {
    Frame frame = mine.frame();
    double[] x = experience.occasion().row();
    double y = frame.range.scale(experience.reward()) - Doubles.dot(frame.prior, x);
    Absorbed<Own> next = mine.own().absorb(experience.occasion().candidate(), frame.personal, x, y);
    return new Absorbed<>(new Mine(frame, next.own()), next.row());
  }

  @Override
  public Shared fold(Shared shared, List<Whitened> rows) {
    return folded(shared, rows, 1);
  }

  @Override
  public Shared unfold(Shared shared, List<Whitened> rows) {
    return folded(shared, rows, -1);
  }

  private static Shared folded(Shared shared, List<Whitened> rows, int weight) {
    if (rows.isEmpty()) {
      return shared;
    }
    Ridge.Learning learning = shared.ridge().learning();
    rows.forEach(row -> learning.row(Doubles.of(row.row()), row.target(), weight));
    return new Shared(shared.frame(), learning.done());
  }

  @Override
  public Shared merge(Shared a, Shared b) {
    return new Shared(a.frame(), a.ridge().plus(b.ridge()));
  }

  @Override
  public Ranking rank(Shared shared, Mine mine, Slate slate, RandomGenerator random) {
    return Exploration.floored(Linear.scores(weights(shared, mine), slate), floor);
  }

  @Override
  public List<Contribution> explain(Shared shared, Mine mine, Slate slate, int index) {
    return Linear.contributions(weights(shared, mine), slate, index);
  }

  private static double[] weights(Shared shared, Mine mine) {
    Frame frame = shared.frame();
    double[] weights = mine.own().weights(frame.personal, shared.ridge().weights());
    for (int j = 0; j < weights.length; j++) {
      weights[j] += frame.prior[j];
    }
    return weights;
  }

  @Override
  public void write(Shared shared, DataOutput out) throws IOException {
    shared.ridge().write(out);
  }

  @Override
  public Shared read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return new Shared(frame(schema, range), Ridge.read(in));
  }

  @Override
  public void writeOwn(Mine mine, DataOutput out) throws IOException {
    mine.own().write(out);
  }

  @Override
  public Mine readOwn(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    return new Mine(frame(schema, range), Own.read(in));
  }
}
