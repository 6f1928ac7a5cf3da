package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The sums that a ridge regression is solved from: {@code A = sum x x'} and {@code b = sum y x}.
 *
 * <p>An immutable value. Rows are added and taken out one after the other, so that batches do not
 * show in the bits; two states are merged by adding them. {@link #weights} solves {@code (I + A) w
 * = b} (penalty 1; Hoerl and Kennard 1970) by Cholesky's factorisation in O(d^3 / 6), once per
 * value, when first asked.
 */
final class Sums {

  private final int width;
  private final double[] gram;
  private final double[] moment;
  private volatile double[] solution = new double[0];

  private Sums(int width, double[] gram, double[] moment) {
    this.width = width;
    this.gram = gram;
    this.moment = moment;
  }

  static Sums empty(int width) {
    return new Sums(width, new double[width * width], new double[width]);
  }

  int width() {
    return width;
  }

  /** A copy that more rows can be added to before it is shown to anybody. */
  Adding adding() {
    return new Adding();
  }

  Sums plus(Sums other) {
    return new Sums(width, sum(gram, other.gram), sum(moment, other.moment));
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  /** The ridge solution, d values; not to be written to. */
  double[] weights() {
    double[] known = solution;
    if (known.length != width) {
      known = Cholesky.solve(width, gram, moment);
      solution = known;
    }
    return known;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(width);
    Doubles.write(gram, out);
    Doubles.write(moment, out);
  }

  static Sums read(DataInput in) throws IOException {
    int width = in.readInt();
    return new Sums(width, Doubles.read(width * width, in), Doubles.read(width, in));
  }

  /** Sums on their way to the next value. */
  final class Adding {

    private final double[] nextGram = gram.clone();
    private final double[] nextMoment = moment.clone();

    /**
     * Adds, with weight 1, or takes out, with weight -1, one row.
     *
     * @throws ArithmeticException if the sums would not stay finite; they are then of no use
     */
    Adding row(double[] x, double y, double weight) {
      for (int i = 0; i < width; i++) {
        double scaled = weight * x[i];
        if (scaled != 0) {
          for (int j = 0; j < width; j++) {
            nextGram[i * width + j] += scaled * x[j];
          }
          nextMoment[i] += scaled * y;
        }
        Doubles.requireFinite(nextMoment[i] + nextGram[i * width + i]);
      }
      return this;
    }

    Sums done() {
      return new Sums(width, nextGram, nextMoment);
    }
  }
}
