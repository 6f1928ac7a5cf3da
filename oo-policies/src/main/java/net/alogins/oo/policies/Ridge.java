package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A ridge regression (Hoerl and Kennard 1970) that learns row by row.
 *
 * <p>An immutable value. The truth are the sums {@code A = sum x x'} and {@code b = sum y x}, which
 * can be taken out and added up again. What is asked for, {@code P = (D + A)^-1} with the penalties
 * D and the weights {@code P b}, follows each row by a rank-one update (Sherman and Morrison 1950)
 * in O(d^2), and is computed from the sums again after every {@value #REFRESHED} rows, which bounds
 * how far it can drift. Rows are taken one after the other, so that batches do not show in the
 * bits.
 */
final class Ridge {

  private static final int REFRESHED = 512;

  /** A row that changes what is known of its direction by more than this is taken by the sums. */
  private static final double LARGEST_UPDATE = 1e6;

  private static final double SMALLEST_UPDATE = 1e-3;

  /** One row's worth of belief that the noise is small, in units of the rewards' range. */
  private static final double NOISE = .05;

  private final double[] penalty;
  private final double[] gram;
  private final double[] moment;
  private final Count count;
  private final double[] inverse;
  private final double[] weights;

  /**
   * What was counted.
   *
   * @param rows how many rows there are
   * @param squares the sum of their squared values
   * @param updates how many there were since P was computed from the sums
   */
  private record Count(long rows, double squares, int updates) {

    static final Count NOTHING = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(rows + other.rows, squares + other.squares, 0);
    }

    Count refreshed() {
      return new Count(rows, squares, 0);
    }
  }

  private Ridge(
      double[] penalty,
      double[] gram,
      double[] moment,
      Count count,
      double[] inverse,
      double[] weights) {
    this.penalty = penalty;
    this.gram = gram;
    this.moment = moment;
    this.count = count;
    this.inverse = inverse;
    this.weights = weights;
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
    double[] inverse = new double[Cholesky.size(width)];
    for (int i = 0; i < width; i++) {
      inverse[Cholesky.diagonal(i)] = 1 / penalty[i];
    }
    return new Ridge(
        penalty,
        new double[inverse.length],
        new double[width],
        Count.NOTHING,
        inverse,
        new double[width]);
  }

  private static Ridge of(double[] penalty, double[] gram, double[] moment, Count count) {
    double[] inverse = Cholesky.inverse(gram, penalty);
    double[] weights = Cholesky.times(inverse, moment);
    return new Ridge(penalty, gram, moment, count.refreshed(), inverse, weights);
  }

  /** The same rows under other penalties. */
  Ridge under(double[] penalties) {
    return Arrays.equals(penalty, penalties) ? this : of(penalties, gram, moment, count);
  }

  /** A copy that learns before it is shown to anybody. */
  Learning learning() {
    return new Learning();
  }

  /** What both have seen. */
  Ridge plus(Ridge other) {
    return of(
        penalty,
        Doubles.sum(gram, other.gram),
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

  /** What {@code x} is expected to be worth. */
  double mean(double[] x) {
    return Doubles.dot(weights, x);
  }

  /** {@code x' P x}: how little is known in the direction of {@code x}, in units of the noise. */
  double variance(double[] x) {
    return StrictMath.max(0, Doubles.dot(Cholesky.times(inverse, x), x));
  }

  /**
   * The logarithm of how probable the rows' values are if weights are drawn with these penalties
   * (MacKay 1992), up to a constant; larger is better. Cost d^3 / 6.
   */
  double evidence(double[] penalties) {
    double[] lower = Cholesky.factor(gram, penalties);
    double[] explained = Cholesky.forward(lower, moment);
    double rest = StrictMath.max(0, count.squares() - Doubles.dot(explained, explained));
    double determinant = 0;
    for (int i = 0; i < penalties.length; i++) {
      double pivot = lower[Cholesky.diagonal(i)];
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
    for (double[] part : new double[][] {penalty, gram, moment, inverse, weights}) {
      Doubles.write(part, out);
    }
  }

  static Ridge read(DataInput in) throws IOException {
    int width = in.readInt();
    int packed = Cholesky.size(width);
    Count count = new Count(in.readLong(), in.readDouble(), in.readInt());
    return new Ridge(
        Doubles.read(width, in),
        Doubles.read(packed, in),
        Doubles.read(width, in),
        count,
        Doubles.read(packed, in),
        Doubles.read(width, in));
  }

  /** A regression on its way to the next value. */
  final class Learning {

    private final double[] nextGram = gram.clone();
    private final double[] nextMoment = moment.clone();
    private Count nextCount = count;
    private double[] nextInverse = inverse.clone();
    private double[] nextWeights = weights.clone();

    /**
     * Adds, with weight 1, or takes out, with weight -1, one row.
     *
     * @throws ArithmeticException if the sums would not stay finite; they are then of no use
     */
    Learning row(double[] x, double y, int weight) {
      Cholesky.add(nextGram, x, weight);
      for (int i = 0; i < x.length; i++) {
        nextMoment[i] += weight * x[i] * y;
        Doubles.requireFinite(nextMoment[i] + nextGram[Cholesky.diagonal(i)]);
      }
      nextCount =
          new Count(
              nextCount.rows() + weight,
              nextCount.squares() + weight * y * y,
              nextCount.updates() + 1);
      double[] direction = Cholesky.times(nextInverse, x);
      double update = 1 + weight * Doubles.dot(direction, x);
      boolean isUsual = update >= SMALLEST_UPDATE && update <= LARGEST_UPDATE;
      if (isUsual && nextCount.updates() < REFRESHED) {
        follow(x, y, direction, weight / update);
      } else {
        refresh();
      }
      return this;
    }

    private void follow(double[] x, double y, double[] direction, double gain) {
      double step = gain * (y - Doubles.dot(nextWeights, x));
      for (int i = 0; i < x.length; i++) {
        nextWeights[i] += step * direction[i];
      }
      Cholesky.add(nextInverse, direction, -gain);
    }

    private void refresh() {
      nextInverse = Cholesky.inverse(nextGram, penalty);
      nextWeights = Cholesky.times(nextInverse, nextMoment);
      nextCount = nextCount.refreshed();
    }

    Ridge done() {
      return new Ridge(penalty, nextGram, nextMoment, nextCount, nextInverse, nextWeights);
    }
  }
}
