package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A ridge regression (penalty 1; Hoerl and Kennard 1970) that learns row by row.
 *
 * <p>An immutable value. The truth are the sums {@code A = sum x x'} and {@code b = sum y x}, which
 * can be taken out and added up again. What is asked for, {@code P = (I + A)^-1} and the weights
 * {@code P b}, follows each row by a rank-one update (Sherman and Morrison 1950) in O(d^2), and is
 * computed from the sums again after every {@value #REFRESHED} rows, which bounds how far it can
 * drift. Rows are taken one after the other, so that batches do not show in the bits.
 */
final class Ridge {

  private static final int REFRESHED = 512;

  /** A row that changes what is known of its direction by more than this is taken by the sums. */
  private static final double LARGEST_UPDATE = 1e6;

  private static final double SMALLEST_UPDATE = 1e-3;

  private final double[] gram;
  private final double[] moment;
  private final double[] inverse;
  private final double[] weights;
  private final int rows;

  private Ridge(double[] gram, double[] moment, double[] inverse, double[] weights, int rows) {
    this.gram = gram;
    this.moment = moment;
    this.inverse = inverse;
    this.weights = weights;
    this.rows = rows;
  }

  /** One that has seen nothing, of {@code width} columns. */
  static Ridge empty(int width) {
    double[] inverse = new double[Cholesky.size(width)];
    for (int i = 0; i < width; i++) {
      inverse[Cholesky.diagonal(i)] = 1;
    }
    return new Ridge(new double[inverse.length], new double[width], inverse, new double[width], 0);
  }

  private static Ridge of(double[] gram, double[] moment) {
    double[] inverse = Cholesky.inverse(moment.length, gram);
    return new Ridge(gram, moment, inverse, Cholesky.times(inverse, moment), 0);
  }

  /** A copy that learns before it is shown to anybody. */
  Learning learning() {
    return new Learning();
  }

  /** What both have seen. */
  Ridge plus(Ridge other) {
    return of(Doubles.sum(gram, other.gram), Doubles.sum(moment, other.moment));
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

  void write(DataOutput out) throws IOException {
    out.writeInt(moment.length);
    out.writeInt(rows);
    Doubles.write(gram, out);
    Doubles.write(moment, out);
    Doubles.write(inverse, out);
    Doubles.write(weights, out);
  }

  static Ridge read(DataInput in) throws IOException {
    int width = in.readInt();
    int rows = in.readInt();
    return new Ridge(
        Doubles.read(Cholesky.size(width), in),
        Doubles.read(width, in),
        Doubles.read(Cholesky.size(width), in),
        Doubles.read(width, in),
        rows);
  }

  /** A regression on its way to the next value. */
  final class Learning {

    private final double[] nextGram = gram.clone();
    private final double[] nextMoment = moment.clone();
    private double[] nextInverse = inverse.clone();
    private double[] nextWeights = weights.clone();
    private int nextRows = rows;

    /**
     * Adds, with weight 1, or takes out, with weight -1, one row.
     *
     * @throws ArithmeticException if the sums would not stay finite; they are then of no use
     */
    Learning row(double[] x, double y, double weight) {
      Cholesky.add(nextGram, x, weight);
      for (int i = 0; i < x.length; i++) {
        nextMoment[i] += weight * x[i] * y;
        Doubles.requireFinite(nextMoment[i] + nextGram[Cholesky.diagonal(i)]);
      }
      double[] direction = Cholesky.times(nextInverse, x);
      double left = 1 + weight * Doubles.dot(direction, x);
      nextRows++;
      boolean isUsual = left >= SMALLEST_UPDATE && left <= LARGEST_UPDATE;
      if (isUsual && nextRows < REFRESHED) {
        follow(x, y, direction, weight / left);
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
      nextInverse = Cholesky.inverse(nextMoment.length, nextGram);
      nextWeights = Cholesky.times(nextInverse, nextMoment);
      nextRows = 0;
    }

    Ridge done() {
      return new Ridge(nextGram, nextMoment, nextInverse, nextWeights, nextRows);
    }
  }
}
