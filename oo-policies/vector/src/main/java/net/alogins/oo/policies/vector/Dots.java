package net.alogins.oo.policies.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import net.alogins.oo.event.DoubleColumn;

/**
 * Products of rows with weights, along the row. Rows come one after the other out of memory, which
 * a processor sees coming; that their sums do not wait for each other, it finds out by itself.
 */
final class Dots {

  private static final int STRANDS = 8;

  private static final boolean IS_IN_ONE = Lanes.WIDTH == STRANDS;

  /** As many values as a vector of float64 has. */
  private static final VectorSpecies<Float> FLOATS =
      FloatVector.SPECIES_MAX.withShape(VectorShape.forBitSize(Lanes.SPECIES.vectorBitSize() / 2));

  private static final VectorShuffle<Double> FOUR_ON = on(4);
  private static final VectorShuffle<Double> TWO_ON = on(2);
  private static final VectorShuffle<Double> ONE_ON = on(1);

  private Dots() {}

  private static VectorShuffle<Double> on(int lanes) {
    return VectorShuffle.iota(Lanes.SPECIES, lanes, 1, true);
  }

  /** Those of all rows. */
  static void of(double[] weights, float[] rows, DoubleColumn.Builder dots) {
    int whole = weights.length / STRANDS * STRANDS;
    for (int i = 0; i < dots.size(); i++) {
      int from = i * weights.length;
      dots.set(i, dot(weights, rows, from, whole) + rest(weights, rows, from, whole));
    }
  }

  private static double dot(double[] weights, float[] rows, int from, int whole) {
    DoubleVector low = DoubleVector.zero(Lanes.SPECIES);
    DoubleVector high = low;
    for (int j = 0; j < whole; j += STRANDS) {
      low = low.add(product(weights, j, rows, from + j));
      if (!IS_IN_ONE) {
        high = high.add(product(weights, j + Lanes.WIDTH, rows, from + j + Lanes.WIDTH));
      }
    }
    DoubleVector four = low.add(IS_IN_ONE ? low.rearrange(FOUR_ON) : high);
    DoubleVector two = four.add(four.rearrange(TWO_ON));
    return two.add(two.rearrange(ONE_ON)).lane(0);
  }

  private static DoubleVector product(double[] weights, int j, float[] rows, int at) {
    return ((DoubleVector) FloatVector.fromArray(FLOATS, rows, at).castShape(Lanes.SPECIES, 0))
        .mul(Lanes.get(weights, j));
  }

  private static double rest(double[] weights, float[] rows, int from, int whole) {
    double rest = 0;
    for (int j = whole; j < weights.length; j++) {
      rest += weights[j] * rows[from + j];
    }
    return rest;
  }
}
