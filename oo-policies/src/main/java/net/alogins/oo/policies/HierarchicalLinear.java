package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.id.CandidateId;
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
 * <p>The model is {@code reward = x' beta + x_P' delta_u(t) + noise}, with ridge penalties 1 on
 * beta (about the prior's means) and {@link Effects} delta_u that wander about 0, x with two
 * columns of what the person {@linkplain Recent lately had} behind it: the best linear unbiased
 * prediction of a mixed model (Henderson 1975). {@link Own} clears each row of the person's part,
 * so that the shared state is a plain sum of rows and can forget anybody exactly. What one person
 * can tell everybody of a column that they differ in is bounded: of one effect and one half-life,
 * about the inverse of the effect's variance.
 */
final class HierarchicalLinear
    implements PersonalPolicy<HierarchicalLinear.Shared, HierarchicalLinear.Mine>,
        Additive<HierarchicalLinear.Shared> {

  private static final String KIND = "kind";

  /** Days until a habit is half forgotten. */
  private static final double LASTING = 90;

  /** Days until somebody is half out of the mood, or in it again. */
  private static final double PASSING = 1;

  /** In what people may differ from each other: in habits, and in what they just had enough of. */
  private static final List<Effects.Of> EFFECTS =
      List.of(
          new Effects.Of("usual", .1, LASTING),
          new Effects.Of(KIND, .2, LASTING),
          new Effects.Of(KIND, .1, PASSING),
          new Effects.Of("duration", .1, LASTING),
          new Effects.Of("hour×kind", .1, LASTING),
          new Effects.Of("meaning", .2, LASTING));

  /** What the columns mean to this policy. */
  private static final class Frame {

    private final FeatureSchema schema;
    private final RewardRange range;
    private final Effects effects;
    private final int[] kinds;
    private final double[] prior;

    Frame(FeatureSchema schema, RewardRange range, Prior prior) {
      this.schema = schema;
      this.range = range;
      this.effects = Effects.of(schema, EFFECTS);
      this.kinds = schema.indicesOf(List.of(KIND));
      this.prior = prior.weights(schema);
    }

    /** The numbers themselves are compared: a record's own equality takes long to link. */
    private boolean isOf(FeatureSchema other, RewardRange others) {
      return schema == other && range.least() == others.least() && range.most() == others.most();
    }
  }

  /** What is known of everybody. */
  record Shared(Frame frame, Ridge ridge) {}

  /** One person's own effects, and what they lately had. */
  record Mine(Frame frame, Own own, Recent recent) {}

  private final String name;
  private final Exploration exploration;
  private final Prior prior;

  /** The latest, since every person who is read asks for the same. */
  private volatile Optional<Frame> latest = Optional.empty();

  HierarchicalLinear(String name, Exploration exploration, Prior prior) {
    this.name = name;
    this.exploration = exploration;
    this.prior = prior;
  }

  @Override
  public String name() {
    return name;
  }

  private Frame frame(FeatureSchema schema, RewardRange range) {
    Optional<Frame> known = latest.filter(frame -> frame.isOf(schema, range));
    if (known.isEmpty()) {
      known = Optional.of(new Frame(schema, range, prior));
      latest = known;
    }
    return known.get();
  }

  @Override
  public Shared initial(FeatureSchema schema, RewardRange range) {
    return new Shared(frame(schema, range), Ridge.empty(schema.width() + Recent.COLUMNS));
  }

  @Override
  public Mine newcomer(FeatureSchema schema, RewardRange range) {
    Frame frame = frame(schema, range);
    return new Mine(frame, Own.newcomer(), Recent.nothing(frame.kinds.length));
  }

  @Override
  public Absorbed<Mine> absorb(Mine mine, First experience) {
    Frame frame = mine.frame();
    double[] x = experience.occasion().row();
    double y = frame.range.scale(experience.reward()) - Doubles.dot(frame.prior, x);
    long at = seconds(experience.occasion().chosen());
    double[] wide = mine.recent().behind(x, frame.kinds, at);
    CandidateId candidate = experience.occasion().candidate();
    Absorbed<Own> next = mine.own().absorb(candidate, frame.effects, wide, y, at);
    Recent recent = mine.recent().with(x, y, frame.kinds, at);
    return new Absorbed<>(new Mine(frame, next.own(), recent), next.row());
  }

  private static long seconds(Slate slate) {
    return slate.at().getEpochSecond();
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
    return exploration.rank(new OfPerson(shared, mine, slate), random);
  }

  @Override
  public List<Contribution> explain(Shared shared, Mine mine, Slate slate, int index) {
    return new Contributions(new OfPerson(shared, mine, slate).weights(), slate, index);
  }

  /** What is believed of what candidates are worth to one person. */
  private record OfPerson(Shared shared, Mine mine, Slate slate) implements Belief {

    private Frame frame() {
      return shared.frame();
    }

    private long now() {
      return seconds(slate);
    }

    /** Of a row's columns, as they are expected. */
    private double[] weights() {
      return weights(shared.ridge().weights(), 0, new double[0]);
    }

    /** Given everybody's, and the person's own {@code unit} times {@code away} from expected. */
    private double[] weights(double[] everybody, double unit, double[] away) {
      double[] wide = mine.own().weights(frame().effects, everybody, now());
      Doubles.add(wide, unit, away, 0, away.length);
      double[] weights = mine.recent().into(wide, frame().kinds, now());
      Doubles.add(weights, 1, frame().prior, 0, weights.length);
      return weights;
    }

    @Override
    public DoubleColumn bounds(double alpha) {
      double[] weights = weights();
      DoubleColumn.Builder bounds = Linear.scores(weights, slate);
      double[] row = new double[weights.length];
      double noise = shared.ridge().noise().deviation();
      for (int i = 0; i < bounds.size() && alpha > 0; i++) {
        slate.schema().expand(slate, i, row);
        bounds.set(i, bounds.get(i) + alpha * noise * Doubles.root(variance(row)));
      }
      return bounds.build();
    }

    private double variance(double[] row) {
      Effects effects = frame().effects;
      double[] wide = mine.recent().behind(row, frame().kinds, now());
      Own own = mine.own().ready(effects, wide, now());
      return shared.ridge().variance(own.cleared(effects, wide))
          + StrictMath.max(0, own.variance(effects, wide));
    }

    @Override
    public float[] draws(double alpha, int count, RandomGenerator random) {
      double[] mean = shared.ridge().weights();
      double unit = alpha * shared.ridge().noise().deviation();
      float[] weights = shared.ridge().spread().weights(unit, count, random);
      Own own = mine.own().ready(frame().effects, new double[mean.length], now());
      Cholesky factor = own.factor();
      DoubleColumn expected = bounds(0);
      float[] draws = new float[expected.size() * count];
      for (int k = 0; k < count; k++) {
        double[] everybody = mean.clone();
        for (int j = 0; j < mean.length; j++) {
          everybody[j] += weights[j * count + k];
        }
        double[] away = own.away(frame().effects, factor, mean.length, random);
        DoubleColumn.Builder drawn = Linear.scores(weights(everybody, unit, away), slate);
        for (int i = 0; i < expected.size(); i++) {
          draws[i * count + k] = (float) (drawn.get(i) - expected.get(i));
        }
      }
      return draws;
    }

    @Override
    public long rows() {
      return shared.ridge().rows();
    }
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
    mine.recent().write(out);
  }

  @Override
  public Mine readOwn(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
    Frame frame = frame(schema, range);
    return new Mine(frame, Own.read(in), Recent.read(frame.kinds.length, in));
  }
}
