package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.alogins.oo.event.DoubleColumn;

/**
 * Brings columns to one scale: {@code (x - centre) * scale}, at most {@value #MOST} away from 0. A
 * scale is a power of two, so that it costs no precision and hardly ever depends on one row.
 */
final class Scaling {

  private static final double MOST = 8;

  /** The power of two that is nearest to a deviation is the one below this multiple of it. */
  private static final double SQRT_2 = StrictMath.sqrt(2);

  private final double[] centre;
  private final double[] scale;

  private Scaling(double[] centre, double[] scale) {
    this.centre = centre;
    this.scale = scale;
  }

  /** Leaves rows of {@code width} columns as they are, if they are not too large. */
  static Scaling none(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return new Scaling(new double[width], ones);
  }

  /** By the mean and the standard deviation of these rows; a column that never varies stays. */
  static Scaling of(int width, List<DoubleColumn> rows) {
    Scaling scaling = none(width);
    for (int j = 0; j < width; j++) {
      double mean = 0;
      for (DoubleColumn row : rows) {
        mean += row.get(j) / rows.size();
      }
      double squares = 0;
      for (DoubleColumn row : rows) {
        squares += (row.get(j) - mean) * (row.get(j) - mean) / rows.size();
      }
      double deviation = StrictMath.sqrt(squares);
      if (deviation > StrictMath.abs(mean) * StrictMath.ulp(1f) && Double.isFinite(1 / deviation)) {
        scaling.centre[j] = mean;
        scaling.scale[j] = StrictMath.scalb(1., -StrictMath.getExponent(deviation * SQRT_2));
      }
    }
    return scaling;
  }

  /** The number of columns. */
  int width() {
    return centre.length;
  }

  /** Writes {@code row}, scaled, to the beginning of {@code scaled}. */
  void fill(double[] row, double[] scaled) {
    for (int j = 0; j < centre.length; j++) {
      double value = (row[j] - centre[j]) * scale[j];
      scaled[j] = StrictMath.max(-MOST, StrictMath.min(MOST, value));
    }
  }

  void write(DataOutput out) throws IOException {
    Doubles.write(centre, out);
    Doubles.write(scale, out);
  }

  static Scaling read(int width, DataInput in) throws IOException {
    return new Scaling(Doubles.read(width, in), Doubles.read(width, in));
  }
}
