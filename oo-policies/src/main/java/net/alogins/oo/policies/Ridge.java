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
 * can be taken out and added up again. What is asked for, {@code P = (D + A)^-1} with the penalties
 * D and the weights {@code P b}, follows each row by a rank-one update (Sherman and Morrison 1950)
 * in O(d^2), and is computed from the sums again after every {@value #REFRESHED} rows, which bounds
 * how far it can drift. Up to {@value #MOST_STEPS} updates lie beside the two matrices, as vectors,
 * until they are added to new ones together: what costs most is to go through a matrix. Rows are
 * taken one after the other, so that batches do not show in the bits.
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
  private final Symmetric inverse;
  private final double[] weights;
  private final List<Step> steps;

  private final Once<Symmetric> settled = new Once<>(this::inSteps);
  private final Once<double[][]> half = new Once<>(this::halved);
  private final Once<double[][]> root = new Once<>(this::rooted);

  /**
   * @param gram A without the steps
   * @param inverse P without the steps
   * @param steps what is to be added to them
   */
  private Ridge(
      double[] penalty,
      Symmetric gram,
      double[] moment,
      Count count,
      Symmetric inverse,
      double[] weights,
      List<Step> steps) {
    this.penalty = penalty;
    this.gram = gram;
    this.moment = moment;
    this.count = count;
    this.inverse = inverse;
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
    Symmetric inverse = Symmetric.zero(width);
    for (int i = 0; i < width; i++) {
      inverse.row(i)[i] = 1 / penalty[i];
    }
    return new Ridge(
        penalty,
        Symmetric.zero(width),
        new double[width],
        Count.NOTHING,
        inverse,
        new double[width],
        List.of());
  }

  private static Ridge of(double[] penalty, Symmetric gram, double[] moment, Count count) {
    Symmetric inverse = Cholesky.of(gram, penalty).inverse();
    double[] weights = inverse.times(moment);
    return new Ridge(penalty, gram, moment, count.refreshed(), inverse, weights, List.of());
  }

  /** The same rows under other penalties. */
  Ridge under(double[] penalties) {
    return Arrays.equals(penalty, penalties)
        ? this
        : of(penalties, Step.intoGram(steps, gram), moment, count);
  }

  /** A copy that learns before it is shown to anybody. */
  Learning learning() {
    return new Learning();
  }

  /** What both have seen. */
  Ridge plus(Ridge other) {
    return of(
        penalty,
        Step.intoGram(steps, gram).plus(Step.intoGram(other.steps, other.gram)),
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
    double variance = inverse.form(x);
    for (Step step : steps) {
      variance -= step.takenOfForm(x);
    }
    return StrictMath.max(0, variance);
  }

  /** {@code P} with the steps in it. Cost d^2 / 2 for each, once. */
  Symmetric inverse() {
    return settled.get();
  }

  /** {@linkplain Symmetric#half Half} of P with the steps in it, once; not to be written to. */
  double[][] half() {
    return half.get();
  }

  /**
   * Rows r of which {@code P = sum r' r}: with independent factors of variance 1 they add up to
   * what varies as P says. Cost d^3 / 3, once; not to be written to.
   */
  double[][] root() {
    return root.get();
  }

  private Symmetric inSteps() {
    return Step.intoInverse(steps, inverse);
  }

  private double[][] halved() {
    return inverse().half();
  }

  private double[][] rooted() {
    return Cholesky.of(Step.intoGram(steps, gram), penalty).inverseRows();
  }

  /**
   * The logarithm of how probable the rows' values are if weights are drawn with these penalties
   * (MacKay 1992), up to a constant; larger is better. Cost d^3 / 6.
   */
  double evidence(double[] penalties) {
    Cholesky factor = Cholesky.of(Step.intoGram(steps, gram), penalties);
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
    inverse.write(out);
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
    Symmetric inverse = Symmetric.read(width, in);
    double[] weights = Doubles.read(width, in);
    List<Step> steps = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      steps.add(Step.read(width, in));
    }
    return new Ridge(penalty, gram, moment, count, inverse, weights, steps);
  }

  /** A regression on its way to the next value. */
  final class Learning {

    private final double[] nextMoment = moment.clone();
    private final List<Step> nextSteps = new ArrayList<>(steps);
    private Count nextCount = count;
    private Symmetric nextGram = gram;
    private Symmetric nextInverse = inverse;
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
      double[] direction = nextInverse.times(x);
      nextSteps.forEach(step -> step.takeOf(direction, x));
      double update = 1 + weight * Doubles.dot(direction, x);
      nextSteps.add(new Step(x, weight, direction, weight / update));
      boolean isUsual = update >= SMALLEST_UPDATE && update <= LARGEST_UPDATE;
      if (!isUsual || nextCount.updates() >= REFRESHED) {
        refresh();
      } else {
        follow(x, y, direction, weight / update);
      }
      return this;
    }

    private void follow(double[] x, double y, double[] direction, double gain) {
      double step = gain * (y - Doubles.dot(nextWeights, x));
      Doubles.add(nextWeights, step, direction, 0, x.length);
      if (nextSteps.size() >= MOST_STEPS) {
        nextInverse = Step.intoInverse(nextSteps, nextInverse);
        settleGram();
      }
    }

    private void refresh() {
      settleGram();
      nextInverse = Cholesky.of(nextGram, penalty).inverse();
      nextWeights = nextInverse.times(nextMoment);
      nextCount = nextCount.refreshed();
    }

    private void settleGram() {
      nextGram = Step.intoGram(nextSteps, nextGram);
      nextSteps.clear();
    }

    Ridge done() {
      return new Ridge(
          penalty, nextGram, nextMoment, nextCount, nextInverse, nextWeights, nextSteps);
    }
  }
}
