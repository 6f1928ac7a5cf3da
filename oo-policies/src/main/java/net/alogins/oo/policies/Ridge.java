package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A ridge regression (Hoerl and Kennard 1970) that learns row by row.
 *
 * <p>An immutable value. The truth are the sums {@code A = sum x x'} and {@code b = sum y x}, which
 * can be taken out and added up again. What is asked for, a {@link Root} of {@code P = (D + A)^-1}
 * with the penalties D, and the weights {@code P b}, follows each row by a rank-one update in
 * O(d^2), and is computed from the sums again after every {@value #REFRESHED} rows, which bounds
 * how far it can drift. Up to {@value #MOST_STEPS} rows lie beside A until they are added to it
 * together. Rows are taken one after the other, so that batches do not show in the bits.
 */
final class Ridge {

  private static final int REFRESHED = 512;
  private static final int MOST_STEPS = 16;

  /** A row that changes what is known of its direction by more than this is taken by the sums. */
  private static final double LARGEST_UPDATE = 1e6;

  private static final double SMALLEST_UPDATE = 1e-3;

  /** One row's worth of belief that the noise is small, in units of the rewards' range. */
  private static final double NOISE = .05;

  private final double[] penalty;
  private final Symmetric gram;
  private final double[] moment;
  private final Count count;
  private final Root root;
  private final double[] weights;
  private final List<Step> steps;

  private final Once<Spread> spread = new Once<>(this::spreads);

  /**
   * @param gram A without the steps
   * @param steps what is to be added to it
   */
  private Ridge(
      double[] penalty,
      Symmetric gram,
      double[] moment,
      Count count,
      Root root,
      double[] weights,
      List<Step> steps) {
    this.penalty = penalty;
    this.gram = gram;
    this.moment = moment;
    this.count = count;
    this.root = root;
    this.weights = weights;
    this.steps = List.copyOf(steps);
  }

  /** One that has seen nothing, of {@code width} columns with a penalty of 1 each. */
  static Ridge empty(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return empty(ones);
  }

  /**
   * One that has seen nothing.
   *
   * @param penalty one for each column, positive; not to be written to
   */
  static Ridge empty(double[] penalty) {
    int width = penalty.length;
    return new Ridge(
        penalty,
        Symmetric.zero(width),
        new double[width],
        Count.NOTHING,
        Root.of(penalty),
        new double[width],
        List.of());
  }

  private static Ridge of(double[] penalty, Symmetric gram, double[] moment, Count count) {
    Root root = Root.of(gram, penalty);
    double[] weights = root.back(root.times(moment));
    return new Ridge(penalty, gram, moment, count.refreshed(), root, weights, List.of());
  }

  /** The same rows under other penalties. */
  Ridge under(double[] penalties) {
    return Arrays.equals(penalty, penalties)
        ? this
        : of(penalties, Step.into(gram, steps), moment, count);
  }

  /** A copy that learns before it is shown to anybody. */
  Learning learning() {
    return new Learning();
  }

  /** What both have seen. */
  Ridge plus(Ridge other) {
    return of(
        penalty,
        Step.into(gram, steps).plus(Step.into(other.gram, other.steps)),
        Doubles.sum(moment, other.moment),
        count.plus(other.count));
  }

  /** How many rows it has seen. */
  long rows() {
    return count.rows();
  }

  /** The solution, d values; not to be written to. */
  double[] weights() {
    return weights;
  }

  /** How far values are from what is expected of them. */
  Noise noise() {
    double rest = StrictMath.max(0, count.squares() - Doubles.dot(weights, moment));
    return new Noise(rest, count.rows());
  }

  /** What {@code x} is expected to be worth. */
  double mean(double[] x) {
    return Doubles.dot(weights, x);
  }

  /** {@code x' P x}: how little is known in the direction of {@code x}, in units of the noise. */
  double variance(double[] x) {
    double[] along = root.times(x);
    return Doubles.dot(along, along);
  }

  /** What the regression does not know, once; as float32. Cost d^2. */
  Spread spread() {
    return spread.get();
  }

  private Spread spreads() {
    return new Spread(root, weights.length);
  }

  /**
   * The logarithm of how probable the rows' values are if weights are drawn with these penalties
   * (MacKay 1992), up to a constant; larger is better. Cost d^3 / 6.
   */
  double evidence(double[] penalties) {
    Cholesky factor = Cholesky.of(Step.into(gram, steps), penalties);
    double[] explained = factor.forward(moment);
    double rest = StrictMath.max(0, count.squares() - Doubles.dot(explained, explained));
    double determinant = 0;
    for (int i = 0; i < penalties.length; i++) {
      double pivot = factor.diagonal(i);
      determinant += StrictMath.log(pivot * pivot / penalties[i]);
    }
    double rows = count.rows() + 1.;
    return -(rows * StrictMath.log((rest + NOISE) / rows) + determinant) / 2;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(moment.length);
    out.writeLong(count.rows());
    out.writeDouble(count.squares());
    out.writeInt(count.updates());
    Doubles.write(penalty, out);
    gram.write(out);
    Doubles.write(moment, out);
    root.write(out);
    Doubles.write(weights, out);
    out.writeInt(steps.size());
    for (Step step : steps) {
      step.write(out);
    }
  }

  static Ridge read(DataInput in) throws IOException {
    int width = in.readInt();
    Count count = new Count(in.readLong(), in.readDouble(), in.readInt());
    double[] penalty = Doubles.read(width, in);
    Symmetric gram = Symmetric.read(width, in);
    double[] moment = Doubles.read(width, in);
    Root root = Root.read(width, in);
    double[] weights = Doubles.read(width, in);
    List<Step> steps = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      steps.add(Step.read(width, in));
    }
    return new Ridge(penalty, gram, moment, count, root, weights, steps);
  }

  /** A regression on its way to the next value. */
  final class Learning {

    private final double[] nextMoment = moment.clone();
    private final List<Step> nextSteps = new ArrayList<>(steps);
    private Count nextCount = count;
    private Symmetric nextGram = gram;
    private Root nextRoot = root;
    private double[] nextWeights = weights.clone();

    /**
     * Adds, with weight 1, or takes out, with weight -1, one row.
     *
     * @param x not to be written to any more
     * @throws ArithmeticException if the sums would not stay finite; they are then of no use
     */
    Learning row(double[] x, double y, int weight) {
      for (int i = 0; i < x.length; i++) {
        nextMoment[i] += weight * x[i] * y;
        Doubles.requireFinite(nextMoment[i] + x[i] * x[i]);
      }
      nextCount =
          new Count(
              nextCount.rows() + weight,
              nextCount.squares() + weight * y * y,
              nextCount.updates() + 1);
      nextSteps.add(new Step(x, weight));
      double[] along = nextRoot.times(x);
      double update = 1 + weight * Doubles.dot(along, along);
      boolean isUsual = update >= SMALLEST_UPDATE && update <= LARGEST_UPDATE;
      if (!isUsual || nextCount.updates() >= REFRESHED) {
        refresh();
      } else {
        double gain = weight * (y - Doubles.dot(nextWeights, x)) / update;
        Doubles.add(nextWeights, gain, follow(along, weight), 0, x.length);
      }
      if (nextSteps.size() >= MOST_STEPS) {
        settleGram();
      }
      return this;
    }

    private double[] follow(double[] along, int weight) {
      Root last = nextRoot;
      nextRoot = last == root ? root.blank() : last;
      return last.follow(along, weight, nextRoot);
    }

    private void refresh() {
      settleGram();
      nextRoot = Root.of(nextGram, penalty);
      nextWeights = nextRoot.back(nextRoot.times(nextMoment));
      nextCount = nextCount.refreshed();
    }

    private void settleGram() {
      nextGram = Step.into(nextGram, nextSteps);
      nextSteps.clear();
    }

    Ridge done() {
      return new Ridge(penalty, nextGram, nextMoment, nextCount, nextRoot, nextWeights, nextSteps);
    }
  }
}
